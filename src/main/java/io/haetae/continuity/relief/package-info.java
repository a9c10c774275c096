/**
 * What becomes of a deadline that a failure hits: pure arithmetic over a rule, the times of the failures and the working
 * calendar. Knows no database and no request, so that a stored result can be computed again and compared.
 */
@NullMarked
package io.haetae.continuity.relief;

import org.jspecify.annotations.NullMarked;
