package io.haetae.grading;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.math.BigDecimal;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/**
 * Facts with what a version of a rule set made of them. JSON is kept as text: it is written once and never edited.
 *
 * @param facts as the owner gave them
 * @param evidence where each fact is from, by fact
 * @param evaluation the whole evaluation, with the facts as they were counted
 * @param score sum of the points, null for a decision table
 */
@Embeddable
record Graded(
        @Column(name = "rule_set") String ruleSet,
        @Column(name = "rule_version") String ruleVersion,
        @Column(name = "rule_sha256") String ruleSha256,
        @JdbcTypeCode(SqlTypes.JSON) String facts,
        @JdbcTypeCode(SqlTypes.JSON) String evidence,
        @JdbcTypeCode(SqlTypes.JSON) String evaluation,
        int grade,
        @Nullable BigDecimal score) {}
