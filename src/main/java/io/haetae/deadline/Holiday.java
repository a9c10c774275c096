package io.haetae.deadline;

import io.haetae.kernel.LocalizedText;
import java.time.LocalDate;

/**
 * A day on which public offices are closed, other than an ordinary Sunday.
 *
 * @param date the day
 * @param name its name
 * @param substitute whether it stands in for another holiday (대체공휴일)
 */
public record Holiday(LocalDate date, LocalizedText name, boolean substitute) {}
