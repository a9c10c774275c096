package io.haetae.crisis;

import java.util.EnumSet;
import java.util.Set;

/** 최초·중간·최종 보고 (재난안전법 제20조). */
public enum ReportKind {
    FIRST,
    INTERIM,
    FINAL;

    /** Which may be drafted after those there are. */
    static Set<ReportKind> after(Set<ReportKind> before) {
        if (before.contains(FINAL)) {
            return EnumSet.noneOf(ReportKind.class);
        }
        return before.contains(FIRST) ? EnumSet.of(INTERIM, FINAL) : EnumSet.of(FIRST);
    }
}
