/**
 * The HTTP edge: who is calling, in which language, from where; how refusals look; headers that keep browsers safe;
 * log-in, layout and the home board. May use every room; no room uses it.
 */
@NullMarked
package io.haetae.web;

import org.jspecify.annotations.NullMarked;
