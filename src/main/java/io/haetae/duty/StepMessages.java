package io.haetae.duty;

import io.haetae.duty.CallList.Holder;
import io.haetae.duty.CallList.Place;
import io.haetae.duty.Escalation.Told;
import io.haetae.identity.InstitutionService;
import io.haetae.identity.InstitutionView;
import io.haetae.identity.PersonView;
import io.haetae.kernel.LocalizedText;
import io.haetae.kernel.Texts;
import io.haetae.notify.Channel;
import io.haetae.notify.ContactPoints;
import io.haetae.notify.EndpointService;
import io.haetae.notify.EndpointView;
import io.haetae.notify.Failure;
import io.haetae.notify.NewDelivery;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Turns due steps into messages: to each holder over each of his channels, and to the institutions' own systems. */
@ApplicationScoped
class StepMessages {

    private final CallList callList;
    private final ContactPoints contactPoints;
    private final EndpointService endpoints;
    private final InstitutionService institutions;
    private final Texts texts;
    private final StormSummary storm;

    StepMessages(
            CallList callList,
            ContactPoints contactPoints,
            EndpointService endpoints,
            InstitutionService institutions,
            Texts texts,
            DutyConfig config) {
        this.callList = callList;
        this.contactPoints = contactPoints;
        this.endpoints = endpoints;
        this.institutions = institutions;
        this.texts = texts;
        this.storm = new StormSummary(texts, this::rosterName, contactPoints.callBack(), config.summaryFrom());
    }

    /**
     * What one step amounts to.
     *
     * @param deliveries to queue
     * @param told whom it calls; an entry without a person where nobody held the function
     */
    record Messages(List<Written> deliveries, List<Told> told) {

        /** Whether at least one person is called. */
        boolean reachesSomebody() {
            return told.stream().anyMatch(each -> each.person() != null);
        }
    }

    private LocalizedText rosterName(Place place) {
        LocalizedText function = functionName(place.function());
        LocalizedText institution = institutions
                .find(place.institution())
                .map(InstitutionView::name)
                .orElse(new LocalizedText(place.institution(), place.institution()));
        return new LocalizedText(institution.ko() + " " + function.ko(), function.en() + ", " + institution.en());
    }

    /** What is sent of the messages of one round: too many to one address are summed up for each roster. */
    List<NewDelivery> sent(List<Written> messages) {
        return storm.fold(messages);
    }

    /** Looks up everybody whom these steps may call, once. */
    Writer writerFor(Collection<WaitingStep> steps, Instant now) {
        Set<Place> places = new LinkedHashSet<>();
        steps.forEach(step -> places.addAll(places(step)));
        Set<String> codes = places.stream().map(Place::institution).collect(Collectors.toSet());
        Map<String, List<EndpointView>> machines =
                endpoints.of(codes).stream().collect(Collectors.groupingBy(EndpointView::institution));
        Map<Place, List<Holder>> holders = callList.holders(places, now);
        return new Writer(holders, points(holders.values()), machines);
    }

    private Map<UUID, List<ContactPoints.Point>> points(Collection<List<Holder>> holders) {
        return contactPoints.ofCallOut(
                holders.stream().flatMap(List::stream).map(Holder::person).toList());
    }

    private static List<Place> places(WaitingStep step) {
        return step.callees().stream()
                .flatMap(callee -> callee.institutions().stream().map(code -> new Place(callee.function(), code)))
                .toList();
    }

    /**
     * Whoever holds a function in one of several institutions is one party: it is reached when one of them is. Owners
     * of linked systems are as many parties as there are institutions, because each must learn of it.
     */
    private static List<Callee> parties(Callee callee) {
        if (!callee.function().equals(DutyFunction.LINKED_OWNERS.name())) {
            return List.of(callee);
        }
        return callee.institutions().stream()
                .map(code -> new Callee(callee.function(), List.of(code)))
                .toList();
    }

    /** Writes the messages of steps from what was looked up. */
    final class Writer {

        private final Map<Place, List<Holder>> holders;
        private final Map<UUID, List<ContactPoints.Point>> points;
        private final Map<String, List<EndpointView>> machines;
        private final Map<String, LocalizedText> names = new HashMap<>();

        private Writer(
                Map<Place, List<Holder>> holders,
                Map<UUID, List<ContactPoints.Point>> points,
                Map<String, List<EndpointView>> machines) {
            this.holders = holders;
            this.points = points;
            this.machines = machines;
        }

        Messages write(Chain chain, WaitingStep step) {
            Draft draft = new Draft(chain, step);
            step.callees().stream().flatMap(callee -> parties(callee).stream()).forEach(party -> call(party, draft));
            return new Messages(draft.deliveries, draft.told);
        }

        private void call(Callee party, Draft draft) {
            List<Place> held = party.institutions().stream()
                    .map(code -> new Place(party.function(), code))
                    .filter(holders::containsKey)
                    .toList();
            held.forEach(place -> callHolders(place, draft));
            if (held.isEmpty()) {
                String codes = String.join(", ", party.institutions());
                draft.told.add(new Told(party.function(), codes, null, null));
                draft.add(nobody(draft, party), null);
            }
            // an institution's own system is told with its people, and also when it is the only one to turn to
            List<String> concerned = party.institutions().size() == 1
                    ? party.institutions()
                    : held.stream().map(Place::institution).toList();
            concerned.stream()
                    .flatMap(code -> machines.getOrDefault(code, List.of()).stream())
                    .filter(machine -> draft.called.add(machine.id()))
                    .forEach(machine -> draft.add(toMachine(draft, machine), null));
        }

        private void callHolders(Place place, Draft draft) {
            for (Holder holder : holders.getOrDefault(place, List.of())) {
                PersonView person = holder.person();
                draft.told.add(new Told(place.function(), place.institution(), person.id(), person.name()));
                if (draft.called.add(person.id())) {
                    points.getOrDefault(person.id(), List.of())
                            .forEach(point -> draft.add(toPerson(draft, person, point), place));
                }
            }
        }

        private NewDelivery toPerson(Draft draft, PersonView person, ContactPoints.Point point) {
            String key = person.id() + ":" + point.channel() + ":" + point.address();
            NewDelivery message =
                    draft.message(key, person.id(), person.name(), point.channel(), point.address(), null);
            boolean telephone = point.channel() == Channel.SMS || point.channel() == Channel.VOICE;
            return telephone ? message.withText(shortly(draft.chain), shortly(draft.chain)) : message;
        }

        private NewDelivery toMachine(Draft draft, EndpointView machine) {
            String to = machine.name() + " (" + name(machine.institution()).ko() + ")";
            String id = machine.id().toString();
            return draft.message(id, null, to, machine.channel(), id, null);
        }

        private NewDelivery nobody(Draft draft, Callee party) {
            LocalizedText institution = names(party.institutions());
            LocalizedText function = functionName(party.function());
            Failure failure = new Failure(
                    "nobody-holds",
                    new LocalizedText(
                            reason(Locale.KOREAN, function.ko(), institution.ko()),
                            reason(Locale.ENGLISH, function.en(), institution.en())));
            String key = "nobody:" + party.function() + ":" + String.join(",", party.institutions());
            return draft.message(key, null, institution.ko() + " " + function.ko(), Channel.IN_APP, "", failure);
        }

        /** The first institution by name, the others as a number: there may be hundreds. */
        private LocalizedText names(List<String> codes) {
            LocalizedText first = name(codes.get(0));
            return codes.size() == 1
                    ? first
                    : new LocalizedText(
                            several(Locale.KOREAN, first.ko(), codes.size() - 1),
                            several(Locale.ENGLISH, first.en(), codes.size() - 1));
        }

        private LocalizedText name(String code) {
            return names.computeIfAbsent(
                    code,
                    any -> institutions.find(code).map(InstitutionView::name).orElse(new LocalizedText(code, code)));
        }
    }

    /** A text message may be read over a shoulder: number, failure grade, and whom to call back. */
    private LocalizedText shortly(Chain chain) {
        return texts.both(
                "duty.telephone",
                Map.of(
                        "number", chain.subjectId(),
                        "grade", chain.failureGrade(),
                        "callBack", contactPoints.callBack()));
    }

    private String reason(Locale language, String function, String institution) {
        return texts.text(
                language, "duty.failure.nobody-holds", Map.of("function", function, "institution", institution));
    }

    private LocalizedText functionName(String function) {
        String key = "duty.function." + function;
        return texts.knows(key) ? texts.both(key, Map.of()) : new LocalizedText(function, function);
    }

    private String several(Locale language, String first, int others) {
        return texts.text(language, "duty.institutions", Map.of("first", first, "others", others));
    }

    /** The messages of one step while they are written. */
    private static final class Draft {

        private final Chain chain;
        private final WaitingStep step;
        private final List<Written> deliveries = new ArrayList<>();
        private final List<Told> told = new ArrayList<>();
        private final Set<UUID> called = new HashSet<>();

        Draft(Chain chain, WaitingStep step) {
            this.chain = chain;
            this.step = step;
        }

        void add(NewDelivery message, @Nullable Place roster) {
            deliveries.add(new Written(message, roster, chain.failureGrade()));
        }

        NewDelivery message(
                String key,
                @Nullable UUID person,
                String to,
                Channel channel,
                String address,
                @Nullable Failure failure) {
            return new NewDelivery(
                    chain.subjectKind(),
                    chain.subjectId(),
                    chain.scope(),
                    person,
                    to,
                    channel,
                    address,
                    step.level(),
                    chain.title(),
                    chain.body(),
                    "duty:" + chain.id() + ":" + step.ordinal() + ":" + key,
                    chain.exercise(),
                    failure);
        }
    }
}
