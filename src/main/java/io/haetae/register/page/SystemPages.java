package io.haetae.register.page;

import io.haetae.kernel.Actor;
import io.haetae.kernel.CurrentActor;
import io.haetae.kernel.Form;
import io.haetae.kernel.Page;
import io.haetae.kernel.RequestLanguage;
import io.haetae.kernel.Role;
import io.haetae.kernel.Zones;
import io.haetae.register.DependencyService;
import io.haetae.register.SystemEditService;
import io.haetae.register.SystemEntry;
import io.haetae.register.SystemFilter;
import io.haetae.register.SystemService;
import io.haetae.register.SystemView;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.Authenticated;
import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The list and the page of a system: grade, what it serves, what to use instead, what depends on it, its history. */
@Path("/systems")
@Blocking
@Produces(MediaType.TEXT_HTML)
class SystemPages {

    private final SystemService systems;
    private final DependencyService dependencies;
    private final SystemEditService edits;
    private final Names names;
    private final CurrentActor actor;
    private final RequestLanguage language;

    SystemPages(
            SystemService systems,
            DependencyService dependencies,
            SystemEditService edits,
            Names names,
            CurrentActor actor,
            RequestLanguage language) {
        this.systems = systems;
        this.dependencies = dependencies;
        this.edits = edits;
        this.names = names;
        this.actor = actor;
        this.language = language;
    }

    /**
     * What stands around the list.
     *
     * @param counts number of systems by grade, those without one last
     * @param total of them
     * @param empty whether the register has no system at all, so that the demonstration may be offered
     */
    record Listing(List<Count> counts, long total, boolean empty, List<Form.Option> owners, List<Form.Option> sites) {}

    /** How many systems have a grade; 0 for none. */
    record Count(int grade, long systems) {}

    @GET
    @Authenticated
    public TemplateInstance list(@QueryParam("cursor") @Nullable String cursor, @Context UriInfo uri) {
        Form form = Form.of(uri.getQueryParameters());
        SystemFilter filter = new SystemFilter(
                form.text("q"),
                form.text("owner"),
                form.integer("systemGrade"),
                form.flag("major") ? Boolean.TRUE : null,
                form.text("site"),
                form.text("room"),
                endOf(form.date("asOf")),
                form.flag("all"));
        form.check();
        Actor reader = actor.get();
        Page<SystemEntry> page = systems.list(filter, reader.scope(), Page.limit(null), cursor);
        Map<Integer, Long> counts = systems.countsByGrade(filter, reader.scope());
        List<Count> byGrade = Stream.of(1, 2, 3, 4, 0)
                .map(grade -> new Count(grade, counts.getOrDefault(grade, 0L)))
                .toList();
        long total = byGrade.stream().mapToLong(Count::systems).sum();
        boolean empty = total == 0 && reader.hasAny(Role.ADMIN) && systems.isEmpty();
        Listing listing = new Listing(
                byGrade, total, empty, names.institutions(language.get(), each -> true), names.sites(language.get()));
        return RegisterTemplates.list(page, listing, form, names.book());
    }

    @GET
    @Path("{code}")
    @Authenticated
    public TemplateInstance system(String code, @QueryParam("asOf") @Nullable String day) {
        Form form = Form.blank().put("asOf", day);
        Instant asOf = endOf(form.date("asOf"));
        form.check();
        SystemEntry found = systems.get(code, asOf, actor.get().scope());
        if (!(found instanceof SystemView system)) {
            return RegisterTemplates.stub(found);
        }
        return RegisterTemplates.system(
                system, dependencies.of(code, asOf, actor.get().scope()), names.book(), asOf, edits.mayChange(system));
    }

    @GET
    @Path("{code}/history")
    @Authenticated
    public TemplateInstance history(String code, @QueryParam("cursor") @Nullable String cursor) {
        SystemView system = systems.require(code, actor.get().scope());
        return RegisterTemplates.history(
                system, systems.history(code, actor.get().scope(), Page.limit(null), cursor));
    }

    /** A day as of its end, in Seoul. */
    private static @Nullable Instant endOf(@Nullable LocalDate day) {
        return day == null
                ? null
                : day.plusDays(1).atStartOfDay(Zones.SEOUL).toInstant().minusMillis(1);
    }
}
