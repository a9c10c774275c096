/**
 * What the public reads: which services are disturbed and what to use instead.
 *
 * <p>By itself only the owner's pre-approved words appear, of services for citizens, and never while a security matter
 * is suspected or an incident is known to few only; everything else is a notice that one person writes and another approves. Nothing here needs a log-in or
 * sets a cookie. The page, the Statuspage-compatible JSON and the feed say the same, in Korean and English. Informing
 * the public of a failure belongs to failure management (전자정부법 제56조의5, 재난안전법 제38조의2).
 */
@NullMarked
package io.haetae.guidance;

import org.jspecify.annotations.NullMarked;
