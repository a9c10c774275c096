/**
 * The PostgreSQL that the service starts for itself when no JDBC URL is configured: durable, behind passwords, kept
 * between starts in {@code HAETAE_DATA_DIR}, and recovered after the service was killed.
 *
 * <p>Used by {@code Main} before Quarkus runs and by the tests; no bean and no room uses it.
 */
@NullMarked
package io.haetae.kernel.database;

import org.jspecify.annotations.NullMarked;
