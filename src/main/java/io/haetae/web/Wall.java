package io.haetae.web;

import io.haetae.incident.BoardIncident;
import java.util.List;

/**
 * What a wall screen shows: the figures, and as many groups as can be read from three metres. Which of its pages it
 * shows follows the clock, so that it turns the pages by itself wherever it is loaded.
 *
 * @param board the figures and the groups
 * @param page the present page, from 0
 */
record Wall(Board board, int page) {

    /** Groups that fit on a screen of 1080 lines in letters of 40. */
    static final int LINES = 7;

    /** How long a page stands (product default). */
    static final int SECONDS = 15;

    static Wall at(Board board, long epochSecond) {
        return new Wall(board, (int) (epochSecond / SECONDS % pages(board)));
    }

    private static int pages(Board board) {
        int lines =
                board.groups().isEmpty() ? board.open().size() : board.groups().size();
        return Math.max(1, (lines + LINES - 1) / LINES);
    }

    public int pages() {
        return pages(board);
    }

    /** The groups of the present page. */
    public List<BoardGroup> groups() {
        return board.groups().stream().skip((long) page * LINES).limit(LINES).toList();
    }

    /** Without groups, the incidents of the present page. */
    public List<BoardIncident> incidents() {
        return board.groups().isEmpty()
                ? board.open().stream().skip((long) page * LINES).limit(LINES).toList()
                : List.of();
    }
}
