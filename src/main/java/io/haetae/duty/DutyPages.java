package io.haetae.duty;

import io.haetae.kernel.CurrentActor;
import io.haetae.kernel.Form;
import io.haetae.kernel.Forms;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.Authenticated;
import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One's own duty: shifts, swaps, absences, calendar. */
@Path("/duty")
@Blocking
@Produces(MediaType.TEXT_HTML)
class DutyPages {

    private static final int DAYS = 28;

    private final MyShifts mine;
    private final SwapService swaps;
    private final StandInService standIns;
    private final FeedService feeds;
    private final Forms forms;
    private final CurrentActor actor;

    DutyPages(
            MyShifts mine,
            SwapService swaps,
            StandInService standIns,
            FeedService feeds,
            Forms forms,
            CurrentActor actor) {
        this.mine = mine;
        this.swaps = swaps;
        this.standIns = standIns;
        this.feeds = feeds;
        this.forms = forms;
        this.actor = actor;
    }

    /**
     * What the page shows.
     *
     * @param shifts of the coming weeks
     * @param swaps asked or to be answered
     * @param absences present and coming
     * @param feedSince when the calendar's address was made, or null
     * @param feed the new address, shown this once, or null
     * @param reader whose page it is
     */
    record Sheet(
            List<MyShifts.Mine> shifts,
            List<SwapView> swaps,
            List<AbsenceView> absences,
            @Nullable Instant feedSince,
            @Nullable String feed,
            UUID reader) {

        public boolean mayAnswer(SwapView swap) {
            return swap.state() == SwapView.State.ASKED && swap.asked().id().equals(reader);
        }

        public boolean mayWithdraw(SwapView swap) {
            return swap.state() == SwapView.State.ASKED && swap.asker().id().equals(reader);
        }
    }

    @CheckedTemplate(basePath = "duty")
    static class Templates {
        static native TemplateInstance mine(Sheet sheet, Form form);
    }

    @GET
    @Authenticated
    public TemplateInstance show() {
        return Templates.mine(sheet(null), Form.blank());
    }

    @POST
    @Path("swaps/{id}/answer")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @RolesAllowed({"OPERATOR", "SITUATION", "SUPPORT", "OFFICER", "AUTHORITY", "HQ"})
    public Response answer(UUID id, @FormParam("accepted") @Nullable String accepted) {
        swaps.answer(id, new SwapAnswer("yes".equals(accepted)));
        return back();
    }

    @POST
    @Path("swaps/{id}/ending")
    @RolesAllowed({"OPERATOR", "SITUATION", "SUPPORT", "OFFICER", "AUTHORITY", "HQ"})
    public Response withdraw(UUID id) {
        swaps.withdraw(id);
        return back();
    }

    @POST
    @Path("absences")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @RolesAllowed({"OPERATOR", "SITUATION", "SUPPORT", "OFFICER", "AUTHORITY", "HQ"})
    public Response absent(MultivaluedMap<String, String> posted) {
        Form form = Form.of(posted);
        return forms.done(form, () -> standIns.absent(forms.checked(form, RosterForms.absence(form))))
                ? back()
                : Response.status(422).entity(Templates.mine(sheet(null), form)).build();
    }

    @POST
    @Path("absences/{id}/ending")
    @RolesAllowed({"OPERATOR", "SITUATION", "SUPPORT", "OFFICER", "AUTHORITY", "HQ", "ADMIN"})
    public Response present(UUID id) {
        standIns.back(id);
        return back();
    }

    /** Shows the new address of the calendar, this once. */
    @POST
    @Path("feed")
    @RolesAllowed({"OPERATOR", "SITUATION", "SUPPORT", "OFFICER", "AUTHORITY", "HQ"})
    public TemplateInstance feed(@Context UriInfo uri) {
        String path = feeds.create().path();
        return Templates.mine(sheet(uri.getBaseUri().resolve(path).toString()), Form.blank());
    }

    @POST
    @Path("feed/ending")
    @RolesAllowed({"OPERATOR", "SITUATION", "SUPPORT", "OFFICER", "AUTHORITY", "HQ"})
    public Response endFeed() {
        feeds.end();
        return back();
    }

    private Sheet sheet(@Nullable String feed) {
        return new Sheet(
                mine.coming(DAYS),
                swaps.mine(),
                mine.absences(),
                feeds.createdAt().orElse(null),
                feed,
                actor.get().id());
    }

    private static Response back() {
        return Response.seeOther(URI.create("/duty")).build();
    }
}
