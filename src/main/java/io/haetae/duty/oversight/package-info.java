/**
 * The check that trusts no sweep: it reads what every room says is late, writes it to the journal, tells the situation room
 * and the administrators, and signals to a dead-man switch outside as long as the service acts in time. When the signal
 * stays away, somebody outside knows that nobody here is being called.
 */
@NullMarked
package io.haetae.duty.oversight;

import org.jspecify.annotations.NullMarked;
