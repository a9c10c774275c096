/**
 * 절차서와 절차 이행: manuals (versioned, bilingual, loaded from {@code manuals/}) and their runs. A run is pinned to the
 * version it began with; its subject is (kind, id) and is reached only through {@link io.haetae.procedure.RunSubject},
 * so that incidents, crises and drills use the same engine. What was done is only ever added to. Basis: 전자정부법
 * 제56조의5 (response and its process), 시행령 제70조의3 ④ (management by grade); lengths are product defaults unless a
 * manual cites an article. Face: {@link io.haetae.procedure.Runs}.
 */
@NullMarked
package io.haetae.procedure;

import org.jspecify.annotations.NullMarked;
