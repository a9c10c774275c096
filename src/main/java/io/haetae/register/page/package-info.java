/** The register's pages: the list, a system with its services, dependencies and history, the forms, sites. */
@NullMarked
package io.haetae.register.page;

import org.jspecify.annotations.NullMarked;
