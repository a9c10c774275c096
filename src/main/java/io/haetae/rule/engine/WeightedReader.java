package io.haetae.rule.engine;

import io.haetae.kernel.LocalizedText;
import io.haetae.kernel.YamlPart;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/** Reads weighted rules and holds them to what the schema cannot say: tables that are total and never turn round. */
final class WeightedReader {

    private WeightedReader() {}

    static WeightedRules read(RuleSet.Header header, YamlPart root) {
        List<PointTable> tables = new ArrayList<>();
        for (YamlPart criterion : root.list("criteria")) {
            tables.add(table(criterion));
        }
        List<WeightedResult.CutOff> cutOffs = new ArrayList<>();
        for (YamlPart cutOff : root.list("cutOffs")) {
            cutOffs.add(new WeightedResult.CutOff(cutOff.integer("grade"), cutOff.decimal("atLeast")));
        }
        checkCutOffs(root.at("cutOffs"), cutOffs, tables);
        List<Fact> facts = tables.stream().map(PointTable::asFact).toList();
        return new WeightedRules(
                header, tables, cutOffs, SchemeReader.read(root, new Expressions(facts), cutOffs.size()));
    }

    private static PointTable table(YamlPart criterion) {
        boolean choice = "choice".equals(criterion.text("fact"));
        BigDecimal max = criterion.decimal("max");
        List<PointTable.Row> rows = new ArrayList<>();
        for (YamlPart part : criterion.list("points")) {
            rows.add(row(part, choice));
            if (rows.size() == 1 && rows.get(0).points().compareTo(max) != 0) {
                part.problem("the first row must earn the maximum of " + max);
            }
            if (rows.size() > 1 && !descends(rows.get(rows.size() - 2), rows.get(rows.size() - 1))) {
                part.problem("rows must go down: fewer points and a smaller number than the row before");
            }
        }
        PointTable.Row last = rows.get(rows.size() - 1);
        if (!choice && (last.atLeast() == null || last.atLeast() != 0)) {
            criterion.at("points").problem("the last row must begin at 0, so that every number has points");
        }
        return new PointTable(criterion.text("id"), criterion.localized("name"), max, criterion.localized("why"), rows);
    }

    private static PointTable.Row row(YamlPart row, boolean choice) {
        LocalizedText label = choice ? row.localized("name") : null;
        if (row.has("is") != choice || row.has("atLeast") == choice) {
            row.problem(choice ? "a choice needs is" : "a number needs atLeast");
        }
        return new PointTable.Row(
                choice ? row.text("is") : null,
                choice ? null : row.node().path("atLeast").asLong(),
                row.decimal("points"),
                label);
    }

    private static boolean descends(PointTable.Row before, PointTable.Row row) {
        boolean smaller = before.atLeast() == null || row.atLeast() == null || row.atLeast() < before.atLeast();
        return smaller && row.points().compareTo(before.points()) < 0;
    }

    private static void checkCutOffs(YamlPart part, List<WeightedResult.CutOff> cutOffs, List<PointTable> tables) {
        for (int i = 0; i < cutOffs.size(); i++) {
            boolean counts = cutOffs.get(i).grade() == i + 1;
            boolean descends = i == 0
                    || cutOffs.get(i).atLeast().compareTo(cutOffs.get(i - 1).atLeast()) < 0;
            if (!counts || !descends) {
                part.problem("cut-offs must count the grades up from 1 and go down in points");
            }
        }
        BigDecimal best = tables.stream().map(PointTable::max).reduce(BigDecimal.ZERO, BigDecimal::add);
        if (cutOffs.get(cutOffs.size() - 1).atLeast().signum() != 0
                || cutOffs.get(0).atLeast().compareTo(best) > 0) {
            part.problem("cut-offs must end at 0 and begin at no more than the " + best + " points that can be earned");
        }
    }
}
