package io.haetae.support;

import io.haetae.support.SupportCommand.Field;
import jakarta.enterprise.context.ApplicationScoped;

/** Puts support requests together as people see them. */
@ApplicationScoped
class SupportViews {

    private final SupportAccess access;

    SupportViews(SupportAccess access) {
        this.access = access;
    }

    SupportView view(SupportRequest of, Subject subject) {
        return new SupportView(
                of.number,
                of.state,
                of.origin,
                of.code,
                subject.system().name(),
                subject.incident(),
                of.systemGrade,
                of.failureGrade,
                of.institution,
                of.mode,
                of.fields.stream().map(Field::valueOf).toList(),
                of.reason,
                of.what,
                of.contact,
                of.exercise,
                of.askedAt,
                of.endedAt,
                of.people.stream()
                        .map(each -> new SupportView.Sent(
                                each.username, each.name, each.institution, each.since, each.until))
                        .toList(),
                of.steps.stream()
                        .map(step -> new SupportView.Step(
                                step.rule, step.at, step.recordedAt, step.name, step.institution, step.text))
                        .toList(),
                access.allowed(of, subject.system()),
                of.publicVersion());
    }
}
