package io.haetae.register.page;

import io.haetae.kernel.Form;
import io.haetae.kernel.LocalizedText;
import io.haetae.register.PublicService;
import io.haetae.register.PublicService.Substitute;
import io.haetae.register.PublicService.SubstituteKind;
import io.haetae.register.SystemCommand;
import io.haetae.register.SystemParts.Contact;
import io.haetae.register.SystemParts.ExternalId;
import io.haetae.register.SystemParts.Recovery;
import io.haetae.register.SystemParts.Resource;
import io.haetae.register.SystemParts.ResourceKind;
import io.haetae.register.SystemTraits.Audience;
import io.haetae.register.SystemTraits.Cloud;
import io.haetae.register.SystemTraits.DataClass;
import io.haetae.register.SystemTraits.Zone;
import io.haetae.register.SystemView;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A system as the fields of a form, both ways. What is missing is refused by the command's own constraints. */
final class SystemForm {

    static final List<String> SERVICE = List.of("code", "name.ko", "name.en", "deadlines");
    static final List<String> SUBSTITUTE = List.of("name.ko", "name.en", "kind", "contact", "hours", "region");
    static final List<String> CONTACT = List.of("function", "name", "phone", "mail", "hours");
    static final List<String> RESOURCE = List.of("kind", "name", "count", "model", "introducedOn", "supportedUntil");
    static final List<String> EXTERNAL = List.of("scheme", "id");

    private SystemForm() {}

    static Form of(SystemView system) {
        Form form = Form.blank()
                .put("version", system.version())
                .put("code", system.code())
                .put("name.ko", system.name().ko())
                .put("name.en", system.name().en())
                .put("owner", system.owner())
                .put("operator", system.operator())
                .put("leadAgency", system.leadAgency())
                .put("site", system.site())
                .put("room", system.room())
                .put("audience", system.audience())
                .put("zone", system.zone())
                .put("dataClass", system.dataClass())
                .put("cloud", system.cloud())
                .put("major", system.major())
                .put("largeScale", system.largeScale())
                .put("inServiceFrom", system.inServiceFrom())
                .put("inServiceUntil", system.inServiceUntil());
        text(form, "publicText.", system.publicText());
        Recovery recovery = system.recovery();
        if (recovery != null) {
            form.put("recovery.rtoMinutes", recovery.rtoMinutes()).put("recovery.rpoMinutes", recovery.rpoMinutes());
        }
        for (int i = 0; i < system.externalIds().size(); i++) {
            ExternalId id = system.externalIds().get(i);
            form.put("externalIds." + i + ".scheme", id.scheme()).put("externalIds." + i + ".id", id.id());
        }
        for (int i = 0; i < system.services().size(); i++) {
            service(form, "services." + i + ".", system.services().get(i));
        }
        for (int i = 0; i < system.contacts().size(); i++) {
            contact(form, "contacts." + i + ".", system.contacts().get(i));
        }
        for (int i = 0; i < system.resources().size(); i++) {
            resource(form, "resources." + i + ".", system.resources().get(i));
        }
        return form;
    }

    private static void text(Form form, String prefix, @Nullable LocalizedText text) {
        if (text != null) {
            form.put(prefix + "ko", text.ko()).put(prefix + "en", text.en());
        }
    }

    private static void service(Form form, String at, PublicService service) {
        form.put(at + "code", service.code()).put(at + "deadlines", String.join("\n", service.deadlines()));
        text(form, at + "name.", service.name());
        if (service.emergency()) {
            form.put(at + "emergency", true);
        }
        for (int i = 0; i < service.substitutes().size(); i++) {
            Substitute substitute = service.substitutes().get(i);
            String to = at + "substitutes." + i + ".";
            text(form, to + "name.", substitute.name());
            form.put(to + "kind", substitute.kind())
                    .put(to + "contact", substitute.contact())
                    .put(to + "hours", substitute.hours())
                    .put(to + "region", substitute.region())
                    .put(to + "dependsOn", String.join(", ", substitute.dependsOn()));
        }
    }

    private static void contact(Form form, String at, Contact contact) {
        form.put(at + "function", contact.function())
                .put(at + "name", contact.name())
                .put(at + "phone", contact.phone())
                .put(at + "mail", contact.mail())
                .put(at + "hours", contact.hours());
    }

    private static void resource(Form form, String at, Resource resource) {
        form.put(at + "kind", resource.kind())
                .put(at + "name", resource.name())
                .put(at + "count", resource.count())
                .put(at + "model", resource.model())
                .put(at + "redundant", resource.redundant())
                .put(at + "introducedOn", resource.introducedOn())
                .put(at + "supportedUntil", resource.supportedUntil());
    }

    /** The command of a posted form. Refuses what cannot be read. */
    static SystemCommand command(Form form) {
        SystemCommand command = new SystemCommand(
                form.textOrEmpty("code"),
                words(form, "name."),
                form.textOrEmpty("owner"),
                form.text("operator"),
                form.text("leadAgency"),
                form.text("site"),
                form.text("room"),
                form.one("audience", Audience.class),
                form.one("zone", Zone.class),
                form.one("dataClass", DataClass.class),
                form.has("major", "true"),
                form.has("largeScale", "true"),
                form.one("cloud", Cloud.class),
                form.date("inServiceFrom"),
                form.date("inServiceUntil"),
                each(
                        form,
                        "externalIds",
                        EXTERNAL,
                        at -> new ExternalId(form.textOrEmpty(at + "scheme"), form.textOrEmpty(at + "id"))),
                wordsOrNull(form, "publicText."),
                each(form, "services", SERVICE, at -> service(form, at)),
                each(form, "contacts", CONTACT, at -> contact(form, at)),
                each(form, "resources", RESOURCE, at -> resource(form, at)),
                recovery(form));
        form.check();
        return command;
    }

    private static LocalizedText words(Form form, String at) {
        return new LocalizedText(form.textOrEmpty(at + "ko"), form.textOrEmpty(at + "en"));
    }

    private static @Nullable LocalizedText wordsOrNull(Form form, String at) {
        return Slot.isFilled(form, at, List.of("ko", "en")) ? words(form, at) : null;
    }

    private static @Nullable Recovery recovery(Form form) {
        Integer rto = form.integer("recovery.rtoMinutes");
        Integer rpo = form.integer("recovery.rpoMinutes");
        return rto == null && rpo == null ? null : new Recovery(rto, rpo);
    }

    private static PublicService service(Form form, String at) {
        return new PublicService(
                form.textOrEmpty(at + "code"),
                words(form, at + "name."),
                form.flag(at + "emergency"),
                parts(form.textOrEmpty(at + "deadlines"), "\\R"),
                each(form, at + "substitutes", SUBSTITUTE, to -> substitute(form, to)));
    }

    @SuppressWarnings("NullAway") // the constraints of the command say which fields may be missing
    private static Substitute substitute(Form form, String at) {
        return new Substitute(
                words(form, at + "name."),
                form.one(at + "kind", SubstituteKind.class),
                form.text(at + "contact"),
                form.text(at + "hours"),
                form.text(at + "region"),
                parts(form.textOrEmpty(at + "dependsOn"), "[,;\\s]+"));
    }

    private static Contact contact(Form form, String at) {
        return new Contact(
                form.textOrEmpty(at + "function"),
                form.text(at + "name"),
                form.text(at + "phone"),
                form.text(at + "mail"),
                form.text(at + "hours"));
    }

    @SuppressWarnings("NullAway") // the constraints of the command say which fields may be missing
    private static Resource resource(Form form, String at) {
        String redundant = form.text(at + "redundant");
        return new Resource(
                form.one(at + "kind", ResourceKind.class),
                form.textOrEmpty(at + "name"),
                form.integer(at + "count"),
                form.text(at + "model"),
                redundant == null ? null : Boolean.valueOf(redundant),
                form.date(at + "introducedOn"),
                form.date(at + "supportedUntil"));
    }

    private static List<String> parts(String text, String separator) {
        List<String> parts = new ArrayList<>();
        for (String part : text.split(separator)) {
            if (!part.isBlank()) {
                parts.add(part.strip());
            }
        }
        return parts;
    }

    private static <T> List<T> each(Form form, String list, List<String> fields, Function<String, T> read) {
        List<T> found = new ArrayList<>();
        for (Slot slot : Slot.of(form, list, fields, 0)) {
            if (Slot.isFilled(form, slot.prefix(), fields)) {
                found.add(Objects.requireNonNull(read.apply(slot.prefix())));
            }
        }
        return found;
    }
}
