/**
 * The budgets of speed, measured side by side with PostgreSQL's own limit on the same server in the same run. Started by
 * {@code mvn verify -Pbenchmark} only: what a machine does in a second is no test.
 */
package io.haetae.benchmark;
