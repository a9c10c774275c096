/**
 * 정책과제: one list of the tasks of a programme (a comprehensive plan, a council of ministries) with owners, partners and a
 * report a month: percent, on track or late or done or stopped, what was done and what comes next. A month's report is due
 * on the fifth working day of the next one (product default); a missing one is named. The steps are the rows of
 * {@link io.haetae.remedy.task.TaskStep}. Face: {@link io.haetae.remedy.task.ProgrammeService} and
 * {@link io.haetae.remedy.task.TaskService}.
 */
@NullMarked
package io.haetae.remedy.task;

import org.jspecify.annotations.NullMarked;
