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

    StepMessages(
            CallList callList,
            ContactPoints contactPoints,
            EndpointService endpoints,
            InstitutionService institutions,
            Texts texts) {
        this.callList = callList;
        this.contactPoints = contactPoints;
        this.endpoints = endpoints;
        this.institutions = institutions;
        this.texts = texts;
    }

    /**
     * What one step amounts to.
     *
     * @param deliveries to queue
     * @param told whom it calls; an entry without a person where nobody held the function
     */
    record Messages(List<NewDelivery> deliveries, List<Told> told) {

        /** Whether at least one person is called. */
        boolean reachesSomebody() {
            return told.stream().anyMatch(each -> each.person() != null);
        }
    }

    /** Looks up everybody whom these steps may call, once. */
    Writer writerFor(Collection<WaitingStep> steps, Instant now) {
        Set<Place> places = new LinkedHashSet<>();
        steps.forEach(step -> places.addAll(places(step)));
        Set<String> codes = places.stream().map(Place::institution).collect(Collectors.toSet());
        Map<String, List<EndpointView>> machines =
                endpoints.of(codes).stream().collect(Collectors.groupingBy(EndpointView::institution));
        return new Writer(callList.holders(places, now), machines);
    }

    private static List<Place> places(WaitingStep step) {
        return step.callees().stream()
                .flatMap(callee -> callee.institutions().stream().map(code -> new Place(callee.function(), code)))
                .toList();
    }

    /** Writes the messages of steps from what was looked up. */
    final class Writer {

        private final Map<Place, List<Holder>> holders;
        private final Map<String, List<EndpointView>> machines;
        private final Map<String, LocalizedText> names = new HashMap<>();

        private Writer(Map<Place, List<Holder>> holders, Map<String, List<EndpointView>> machines) {
            this.holders = holders;
            this.machines = machines;
        }

        Messages write(Chain chain, WaitingStep step) {
            List<NewDelivery> deliveries = new ArrayList<>();
            List<Told> told = new ArrayList<>();
            Set<UUID> people = new HashSet<>();
            Set<UUID> called = new HashSet<>();
            for (Place place : places(step)) {
                List<Holder> here = holders.getOrDefault(place, List.of());
                if (here.isEmpty()) {
                    told.add(new Told(place.function(), place.institution(), null, null));
                    deliveries.add(nobody(chain, step, place));
                }
                for (Holder holder : here) {
                    PersonView person = holder.person();
                    told.add(new Told(place.function(), place.institution(), person.id(), person.name()));
                    if (people.add(person.id())) {
                        contactPoints.of(person).forEach(point -> deliveries.add(toPerson(chain, step, person, point)));
                    }
                }
                machines.getOrDefault(place.institution(), List.of()).stream()
                        .filter(machine -> called.add(machine.id()))
                        .forEach(machine -> deliveries.add(toMachine(chain, step, machine)));
            }
            return new Messages(deliveries, told);
        }

        private NewDelivery toPerson(Chain chain, WaitingStep step, PersonView person, ContactPoints.Point point) {
            String key = person.id() + ":" + point.channel();
            return delivery(chain, step, key, person.id(), person.name(), point.channel(), point.address(), null);
        }

        private NewDelivery toMachine(Chain chain, WaitingStep step, EndpointView machine) {
            String to = machine.name() + " (" + name(machine.institution()).ko() + ")";
            String id = machine.id().toString();
            return delivery(chain, step, id, null, to, machine.channel(), id, null);
        }

        private NewDelivery nobody(Chain chain, WaitingStep step, Place place) {
            LocalizedText institution = name(place.institution());
            LocalizedText function = functionName(place.function());
            Failure failure = new Failure(
                    "nobody-holds",
                    new LocalizedText(
                            reason(Locale.KOREAN, function.ko(), institution.ko()),
                            reason(Locale.ENGLISH, function.en(), institution.en())));
            String to = institution.ko() + " " + function.ko();
            String key = "nobody:" + place.function() + ":" + place.institution();
            return delivery(chain, step, key, null, to, Channel.IN_APP, "", failure);
        }

        private LocalizedText name(String code) {
            return names.computeIfAbsent(
                    code,
                    any -> institutions.find(code).map(InstitutionView::name).orElse(new LocalizedText(code, code)));
        }
    }

    private String reason(Locale language, String function, String institution) {
        return texts.text(
                language, "duty.failure.nobody-holds", Map.of("function", function, "institution", institution));
    }

    private LocalizedText functionName(String function) {
        String key = "duty.function." + function;
        return texts.knows(key) ? texts.both(key, Map.of()) : new LocalizedText(function, function);
    }

    private static NewDelivery delivery(
            Chain chain,
            WaitingStep step,
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
