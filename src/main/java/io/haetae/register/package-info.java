/**
 * The register: sites with their rooms, information systems (정보시스템) with their confirmed system grade, services,
 * substitutes and dependencies, as of any time (전자정부법 제56조의3, 시행령 제70조의3: who keeps which system, of which
 * importance, and how many others its failure reaches).
 *
 * <p>Face for the rooms above: {@link io.haetae.register.SystemService} (find, list, as-of, history),
 * {@link io.haetae.register.DependencyService} (what depends on what, how far a failure spreads),
 * {@link io.haetae.register.ConfirmedGradeService} (written by grading), {@link io.haetae.register.SiteService}.
 * Systems are written in batches by SQL, a single one being a batch of one, so that a form, an import of 17,000 rows
 * and the demonstration go through the same rules and the same statements.
 */
@NullMarked
package io.haetae.register;

import org.jspecify.annotations.NullMarked;
