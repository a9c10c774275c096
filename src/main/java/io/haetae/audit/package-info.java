/**
 * The journal: one entry for each change of state, sealed into a hash chain, never updated or deleted.
 *
 * <p>Other rooms write through {@link io.haetae.audit.Journal} inside their own transaction, so that an act without
 * its trace cannot commit.
 */
@NullMarked
package io.haetae.audit;

import org.jspecify.annotations.NullMarked;
