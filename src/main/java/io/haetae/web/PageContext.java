package io.haetae.web;

import io.haetae.kernel.Actor;
import io.haetae.kernel.CurrentActor;
import io.haetae.kernel.RequestLanguage;
import io.haetae.kernel.Role;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Named;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/** What the frame of a page needs to know: {@code {inject:page.user}} and so on, in any room's template. */
@Named("page")
@RequestScoped
class PageContext {

    private static final List<Entry> MENU = List.of(
            Entry.forAll("web.menu.board", "/"),
            Entry.forAll("web.menu.my", "/my"),
            Entry.forAll("web.menu.incidents", "/incidents"),
            Entry.forAll("web.menu.runs", "/runs"),
            Entry.forAll("web.menu.continuity", "/continuity"),
            new Entry("web.menu.crises", "/crises", "/crisis/", Set.of()),
            Entry.forAll("web.menu.reviews", "/reviews"),
            Entry.forAll("web.menu.actions", "/actions"),
            Entry.forAll("web.menu.systems", "/systems"),
            Entry.of("web.menu.grading", "/grading", Role.OFFICER, Role.AUTHORITY, Role.AUDITOR),
            Entry.forAll("web.menu.deliveries", "/deliveries"),
            Entry.forAll("web.menu.rosters", "/rosters"),
            Entry.of("web.menu.journal", "/journal", Role.AUDITOR, Role.ADMIN));

    private final CurrentActor actor;
    private final RequestLanguage language;
    private final RoutingContext request;
    private final Clock clock;

    PageContext(CurrentActor actor, RequestLanguage language, RoutingContext request, Clock clock) {
        this.actor = actor;
        this.language = language;
        this.request = request;
        this.clock = clock;
    }

    /** Whether somebody is logged in. */
    public boolean isKnown() {
        return !actor.get().isSystem();
    }

    /** Who reads. */
    public Actor getUser() {
        return actor.get();
    }

    /** {@code ko} or {@code en}. */
    public String getLanguage() {
        return language.get().getLanguage();
    }

    /** The language the page is not in. */
    public String getOtherLanguage() {
        return Locale.ENGLISH.equals(language.get()) ? "ko" : "en";
    }

    /** The server's time, which the clocks of the page keep to. */
    public Instant getNow() {
        return clock.instant();
    }

    /** Path and query of this page, to come back to. */
    public String getAddress() {
        return request.request().uri();
    }

    /** The address as the value of a query parameter. */
    public String getEncodedAddress() {
        return encode(getAddress());
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    /** The address of the next page of a list: this one with another cursor. */
    public String next(String cursor) {
        String kept = request.queryParams().entries().stream()
                .filter(parameter -> !parameter.getKey().equals("cursor"))
                .map(parameter -> encode(parameter.getKey()) + "=" + encode(parameter.getValue()) + "&")
                .collect(Collectors.joining());
        return request.normalizedPath() + "?" + kept + "cursor=" + encode(cursor);
    }

    /** The menu as far as the reader's roles reach. */
    public List<MenuItem> getMenu() {
        String path = request.normalizedPath();
        return MENU.stream()
                .filter(entry -> entry.isFor(actor.get()))
                .map(entry -> new MenuItem(entry.text(), entry.path(), entry.holds(path)))
                .toList();
    }

    /** Whether the reader holds one of the roles, named and divided by commas. */
    public boolean may(String roles) {
        return List.of(roles.split(",", -1)).stream()
                .anyMatch(role -> actor.get().hasAny(Role.valueOf(role.strip())));
    }

    /**
     * One entry of the menu.
     *
     * @param text key of its text
     * @param path where it leads
     * @param current whether this page belongs to it
     */
    public record MenuItem(String text, String path, boolean current) {}

    private record Entry(String text, String path, String below, Set<Role> roles) {

        static Entry forAll(String text, String path) {
            return new Entry(text, path, path + "/", Set.of());
        }

        static Entry of(String text, String path, Role... roles) {
            return new Entry(text, path, path + "/", Set.of(roles));
        }

        boolean isFor(Actor actor) {
            return roles.isEmpty() || roles.stream().anyMatch(actor.roles()::contains);
        }

        boolean holds(String here) {
            return here.equals(path) || (!path.equals("/") && here.startsWith(below));
        }
    }
}
