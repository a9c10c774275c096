/**
 * Rules grade: versioned rule sets from {@code grading-rules/}, evaluated with the reason for every point.
 *
 * <p>Law: 전자정부법 시행령 제70조의3 (criteria for system grades) names the criteria; what it leaves open is a product
 * default and every shipped file says so. Versions never change once loaded; a pointer in the database says which is
 * active from when. {@link io.haetae.rule.RuleSets} is the face for other rooms. The sub-package {@code engine} is pure
 * and internal: it knows neither a system nor an incident.
 */
@NullMarked
package io.haetae.rule;

import org.jspecify.annotations.NullMarked;
