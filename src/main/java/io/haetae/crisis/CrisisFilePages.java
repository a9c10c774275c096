package io.haetae.crisis;

import io.haetae.kernel.CurrentActor;
import io.quarkus.security.Authenticated;
import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import org.jspecify.annotations.Nullable;

/** What the pages of a crisis hand out as a file. */
@Path("/crisis/{number}")
@Blocking
class CrisisFilePages {

    private final CrisisReadService reading;
    private final ReportService reports;
    private final ReportPdf pdf;
    private final CurrentActor actor;
    private final Clock clock;

    CrisisFilePages(CrisisReadService reading, ReportService reports, ReportPdf pdf, CurrentActor actor, Clock clock) {
        this.reading = reading;
        this.reports = reports;
        this.pdf = pdf;
        this.actor = actor;
        this.clock = clock;
    }

    /** The board as a table, for those who calculate with it. */
    @GET
    @Path("board.csv")
    @Authenticated
    @Produces("text/csv; charset=utf-8")
    public Response sheet(String number, @QueryParam("asOf") @Nullable String asOf) {
        Board board = reading.board(number, AsOfQuery.timeOr(asOf, clock.instant()), actor.get());
        return file(BoardSheet.csv(board), number + "-board.csv");
    }

    @GET
    @Path("reports/{n}/pdf")
    @Authenticated
    @Produces("application/pdf")
    public Response report(String number, int n) {
        return file(pdf.of(reports.get(number, n, actor.get())), number + "-" + n + ".pdf");
    }

    static Response file(Object content, String name) {
        return Response.ok(content)
                .header("Content-Disposition", "attachment; filename=\"" + name + "\"")
                .build();
    }
}
