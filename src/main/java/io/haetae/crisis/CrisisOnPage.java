package io.haetae.crisis;

import io.haetae.kernel.Actor;
import io.haetae.kernel.Form;
import io.haetae.kernel.LocalizedText;
import io.haetae.kernel.Role;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;

/**
 * A crisis as its page shows it: what the reader may do, and the one form that was refused, if one was.
 *
 * @param crisis the crisis
 * @param reader who reads
 * @param names names of institutions by code
 * @param leadAgencies institutions that the reader may record a stage for
 * @param bodies institutions that the reader may set up a headquarters for
 * @param openIncidents incidents that could be added
 * @param section noun of the form that was posted, empty when none was
 * @param posted that form
 * @param now the time the forms start from
 */
record CrisisOnPage(
        CrisisView crisis,
        Actor reader,
        Map<String, LocalizedText> names,
        List<Form.Option> leadAgencies,
        List<Form.Option> bodies,
        List<Form.Option> openIncidents,
        String section,
        Form posted,
        Instant now) {

    /** A lead agency: what stands and what is recommended. */
    record Agency(String code, LocalizedText name, Stage standing, List<Recommendation> said) {}

    /** Every lead agency that has a stage or is recommended one, the worst first. */
    public List<Agency> agencies() {
        TreeSet<String> codes = new TreeSet<>(crisis.standing().keySet());
        crisis.recommendations().forEach(said -> codes.add(said.leadAgency()));
        List<Agency> agencies = new ArrayList<>();
        for (String code : codes) {
            Stage standing = Objects.requireNonNullElse(crisis.standing().get(code), Stage.NONE);
            agencies.add(new Agency(
                    code,
                    name(code),
                    standing,
                    crisis.recommendedTo(code).stream().toList()));
        }
        agencies.sort((one, other) -> other.standing().compareTo(one.standing()));
        return agencies;
    }

    /** Name of an institution; its code when it has none. */
    public LocalizedText name(String code) {
        return Objects.requireNonNullElse(names.get(code), new LocalizedText(code, code));
    }

    /** An id for a field that stands on the page more than once. */
    public String id(String field, Object of) {
        return field + "-" + of;
    }

    /** Whether the reader may record decisions. */
    public boolean mayDecide() {
        return crisis.closedAt() == null && reader.hasAny(Role.HQ);
    }

    /** Whether the reader may say which incidents belong to it, draft reports and write down what is seen. */
    public boolean mayGroup() {
        return crisis.closedAt() == null && reader.hasAny(CrisisAccess.GROUP);
    }

    /** Whether the form of this noun was refused and is shown open. */
    public boolean open(String noun) {
        return section.equals(noun);
    }

    /** The form of this noun: as posted, or filled in with what is most likely. */
    public Form form(String noun) {
        if (open(noun)) {
            return posted;
        }
        Form form = Form.blank();
        switch (noun) {
            case "stages" -> {
                form.put("at", now);
                if (leadAgencies.size() == 1) {
                    form.put("leadAgency", leadAgencies.get(0).value());
                }
            }
            case "headquarters", "dissolution", "handover", "consultation" -> form.put("at", now);
            case "posts" -> form.put("from", now);
            default -> form.put("asOf", now);
        }
        return form;
    }

    /** Bodies that stand. */
    public List<HeadquartersView> standing() {
        return crisis.headquarters().stream().filter(HeadquartersView::stands).toList();
    }

    /** Bodies that were dissolved. */
    public List<HeadquartersView> dissolved() {
        return crisis.headquarters().stream().filter(body -> !body.stands()).toList();
    }

    /** Whether the form names this record as the one to correct. */
    public boolean corrects(StageView record) {
        return form("stages").has("corrects", record.id().toString());
    }

    /** Decisions that another record may take the place of. */
    public List<StageView> correctable() {
        return StageView.counting(crisis.stages());
    }
}
