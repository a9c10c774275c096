/**
 * The demonstration (시연 자료): institutions, centres, people and the 709 systems of the event of 26 September 2025,
 * so that somebody new sees the product at work. Grades by count are the published ones, before (647 systems) and
 * after (709) the list was corrected; named systems are real, the rest is numbered and says so.
 */
@NullMarked
package io.haetae.web.demo;

import org.jspecify.annotations.NullMarked;
