/**
 * Who is on duty, who is called out when, and who answered.
 *
 * <p>An upper room hands over a {@link io.haetae.duty.CallOut}: frozen steps with due times. The steps are rows; a
 * sweep in every replica claims what is due and carries it out in the same transaction that queues the messages, so
 * that three replicas tell as much as one. An answer stops the telling in the statement that claims. The duty to tell
 * without delay is 전자정부법 제56조의5 제1항 and 시행령 제70조의5; who and after how long are product defaults. Public
 * face: {@link io.haetae.duty.Escalations} and {@link io.haetae.duty.RosterService}.
 */
@NullMarked
package io.haetae.duty;

import org.jspecify.annotations.NullMarked;
