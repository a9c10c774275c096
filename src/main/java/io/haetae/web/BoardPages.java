package io.haetae.web;

import io.haetae.kernel.Form;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.Authenticated;
import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import java.time.Clock;

/** The board: what is broken now, how bad, what is due, who has it, what needs the reader; and the same on a wall. */
@Path("/")
@Blocking
@Produces(MediaType.TEXT_HTML)
class BoardPages {

    private final BoardService boards;
    private final PageTemplates templates;
    private final Clock clock;

    BoardPages(BoardService boards, PageTemplates templates, Clock clock) {
        this.boards = boards;
        this.templates = templates;
        this.clock = clock;
    }

    @GET
    @Authenticated
    public TemplateInstance board(@Context UriInfo uri) {
        BoardQuery asked = BoardQuery.of(uri.getQueryParameters());
        return templates.board(boards.board(asked, Grouping.GRADE, Board.FEW), Form.of(uri.getQueryParameters()));
    }

    /** Large, without menu or anybody's name, and turning its pages by itself. */
    @GET
    @Path("wall")
    @Authenticated
    public TemplateInstance wall(@Context UriInfo uri) {
        BoardQuery asked = BoardQuery.of(uri.getQueryParameters());
        Board board = boards.board(asked, Grouping.INSTITUTION, Wall.LINES);
        return templates.wall(Wall.at(board, clock.instant().getEpochSecond()));
    }
}
