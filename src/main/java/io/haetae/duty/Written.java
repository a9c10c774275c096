package io.haetae.duty;

import io.haetae.duty.CallList.Place;
import io.haetae.notify.NewDelivery;
import org.jspecify.annotations.Nullable;

/**
 * A message of a call-out, and because of what it goes there.
 *
 * @param roster the function in an institution that the recipient holds; null for an institution's own system
 * @param failureGrade of what it is about
 */
record Written(NewDelivery message, @Nullable Place roster, int failureGrade) {}
