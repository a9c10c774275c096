/**
 * What every room stands on: time, the person acting, scope, localised text, refusals, cursors and data folders.
 * No word of the domain lives here.
 */
@NullMarked
package io.haetae.kernel;

import org.jspecify.annotations.NullMarked;
