package io.haetae.duty;

import io.haetae.deadline.WorkingCalendar;
import io.haetae.kernel.Form;
import io.haetae.kernel.Forms;
import io.haetae.kernel.Zones;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.Authenticated;
import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** A roster as a calendar, and the exceptions from its turns. */
@Path("/rosters")
@Blocking
@Produces(MediaType.TEXT_HTML)
class RosterPlanPages {

    private final RosterViews views;
    private final RotationService rotations;
    private final StandInService standIns;
    private final SwapService swaps;
    private final Forms forms;
    private final WorkingCalendar working;
    private final Clock clock;

    RosterPlanPages(
            RosterViews views,
            RotationService rotations,
            StandInService standIns,
            SwapService swaps,
            Forms forms,
            WorkingCalendar working,
            Clock clock) {
        this.views = views;
        this.rotations = rotations;
        this.standIns = standIns;
        this.swaps = swaps;
        this.forms = forms;
        this.working = working;
        this.clock = clock;
    }

    /**
     * What the page shows.
     *
     * @param roster the roster
     * @param now who is on duty
     * @param calendar of the week or month asked for
     * @param mayKeep whether the reader may change it
     * @param refused which form was refused, or empty
     */
    record Sheet(RosterView roster, List<ShiftView> now, DutyCalendar calendar, boolean mayKeep, String refused) {

        /** How many are on duty at once. */
        public long layers() {
            return roster.rotations().stream()
                    .map(RosterView.Turns::layer)
                    .distinct()
                    .count();
        }
    }

    @CheckedTemplate(basePath = "duty")
    static class Templates {
        static native TemplateInstance roster(Sheet sheet, Form form);
    }

    @GET
    @Path("{id}")
    @Authenticated
    public TemplateInstance show(
            UUID id, @QueryParam("view") @Nullable String view, @QueryParam("date") @Nullable String date) {
        Form asked = Form.blank().put("view", view).put("date", date);
        DutyCalendar.View shown =
                Objects.requireNonNullElse(asked.one("view", DutyCalendar.View.class), DutyCalendar.View.MONTH);
        LocalDate day = Objects.requireNonNullElse(asked.date("date"), today());
        asked.check();
        return Templates.roster(
                sheet(id, shown, day, ""),
                Form.blank().put("rotations.0.unit", Rotation.Unit.DAYS).put("rotations.0.length", 1));
    }

    @POST
    @Path("{id}/overrides")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @RolesAllowed({"OPERATOR", "SITUATION", "SUPPORT", "OFFICER", "AUTHORITY", "HQ", "ADMIN"})
    public Response override(UUID id, MultivaluedMap<String, String> posted) {
        return act(
                id, posted, "override", form -> standIns.override(id, forms.checked(form, RosterForms.override(form))));
    }

    @POST
    @Path("{id}/overrides/{override}/ending")
    @RolesAllowed({"OPERATOR", "SITUATION", "SUPPORT", "OFFICER", "AUTHORITY", "HQ", "ADMIN"})
    public Response withdraw(UUID id, UUID override) {
        standIns.withdraw(id, override);
        return back(id);
    }

    @POST
    @Path("{id}/rotations")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @RolesAllowed({"OPERATOR", "SITUATION", "SUPPORT", "OFFICER", "AUTHORITY", "HQ", "ADMIN"})
    public Response rotate(UUID id, MultivaluedMap<String, String> posted) {
        return act(id, posted, "rotation", form -> rotations.change(id, forms.checked(form, RosterForms.change(form))));
    }

    @POST
    @Path("{id}/swaps")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @RolesAllowed({"OPERATOR", "SITUATION", "SUPPORT", "OFFICER", "AUTHORITY", "HQ"})
    public Response swap(UUID id, MultivaluedMap<String, String> posted) {
        return act(id, posted, "swap", form -> swaps.ask(id, forms.checked(form, RosterForms.swap(form))));
    }

    private Response act(UUID id, MultivaluedMap<String, String> posted, String name, Consumer<Form> act) {
        Form form = Form.of(posted);
        RosterView seen = views.seen(id);
        return forms.done(form, () -> act.accept(form))
                ? back(seen.id())
                : Response.status(422)
                        .entity(Templates.roster(sheet(id, DutyCalendar.View.MONTH, today(), name), form))
                        .build();
    }

    private Sheet sheet(UUID id, DutyCalendar.View view, LocalDate day, String refused) {
        Instant from = DutyCalendar.first(view, day).atStartOfDay(Zones.SEOUL).toInstant();
        Instant until = DutyCalendar.end(view, day).atStartOfDay(Zones.SEOUL).toInstant();
        DutyCalendar calendar = DutyCalendar.of(view, day, views.shifts(id, from, until), working, today());
        return new Sheet(views.seen(id), views.onDuty(id, null), calendar, views.mayKeep(id), refused);
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), Zones.SEOUL);
    }

    private static Response back(UUID roster) {
        return Response.seeOther(URI.create("/rosters/" + roster)).build();
    }
}
