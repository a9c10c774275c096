package io.haetae.duty;

import io.haetae.identity.InstitutionView;
import io.haetae.kernel.CurrentActor;
import io.haetae.kernel.Form;
import io.haetae.kernel.Refusal;
import io.haetae.kernel.Zones;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.Authenticated;
import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Who is on duty of an institution in a week or a month, by all its rosters. */
@Path("/rosters/calendar")
@Blocking
@Produces(MediaType.TEXT_HTML)
class RosterCalendarPages {

    private final RosterCalendars calendars;
    private final RosterSheets sheets;
    private final CurrentActor actor;
    private final Clock clock;

    RosterCalendarPages(RosterCalendars calendars, RosterSheets sheets, CurrentActor actor, Clock clock) {
        this.calendars = calendars;
        this.sheets = sheets;
        this.actor = actor;
        this.clock = clock;
    }

    @CheckedTemplate(basePath = "duty")
    static class Templates {
        static native TemplateInstance calendar(InstitutionView institution, RosterCalendar calendar);
    }

    @GET
    @Authenticated
    public TemplateInstance show(
            @QueryParam("institution") @Nullable String institution,
            @QueryParam("view") @Nullable String view,
            @QueryParam("date") @Nullable String date) {
        Form asked = Form.blank().put("view", view).put("date", date);
        DutyCalendar.View shown =
                Objects.requireNonNullElse(asked.one("view", DutyCalendar.View.class), DutyCalendar.View.WEEK);
        LocalDate day =
                Objects.requireNonNullElse(asked.date("date"), LocalDate.ofInstant(clock.instant(), Zones.SEOUL));
        asked.check();
        String code = institution == null ? actor.get().institution() : institution;
        InstitutionView of = sheets.seen(code).orElseThrow(Refusal::notFound);
        return Templates.calendar(of, calendars.of(sheets.scope(), code, shown, day));
    }
}
