/**
 * The register in and out as CSV: with a dry run and a report per row, so that a ministry can move its list without
 * fear, and an export that can be imported again. Uses the register's public face only.
 */
@NullMarked
package io.haetae.register.transfer;

import org.jspecify.annotations.NullMarked;
