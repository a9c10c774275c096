package io.haetae.notify;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.haetae.audit.Journal;
import io.haetae.identity.InstitutionService;
import io.haetae.kernel.CurrentActor;
import io.haetae.kernel.FieldError;
import io.haetae.kernel.Ids;
import io.haetae.kernel.Refusal;
import io.haetae.kernel.Role;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;

/** Where institutions take messages by machine. Set up by administrators. */
@ApplicationScoped
public class EndpointService {

    /** One folder below the configured one; no way to name a place elsewhere on the disk. */
    private static final Pattern FOLDER = Pattern.compile("[a-z0-9][a-z0-9-]{0,62}");

    private final Endpoints endpoints;
    private final EndpointMapper mapper;
    private final EndpointSecrets secrets;
    private final InstitutionService institutions;
    private final Journal journal;
    private final CurrentActor actor;
    private final Clock clock;

    EndpointService(
            Endpoints endpoints,
            EndpointMapper mapper,
            EndpointSecrets secrets,
            InstitutionService institutions,
            Journal journal,
            CurrentActor actor,
            Clock clock) {
        this.endpoints = endpoints;
        this.mapper = mapper;
        this.secrets = secrets;
        this.institutions = institutions;
        this.journal = journal;
        this.actor = actor;
        this.clock = clock;
    }

    /** Makes an endpoint (ADMIN). */
    @Transactional
    public Created create(NewEndpoint command) {
        actor.require(Role.ADMIN);
        check(command);
        if (endpoints.has(command)) {
            throw new Refusal(NotifyError.ENDPOINT_EXISTS);
        }
        Instant now = clock.instant();
        String given = command.secret();
        String secret = given == null ? Signature.secret() : given;
        UUID id = Ids.at(now);
        Endpoint created = new Endpoint(id, command, secrets.seal(id, secret), now);
        endpoints.persistAndFlush(created);
        journal.record("notify.endpoint-created", "ENDPOINT", created.getId().toString(), facts(created));
        return new Created(mapper.view(created), secret);
    }

    /** Every endpoint in use (ADMIN, AUDITOR). */
    @Transactional
    public List<EndpointView> list() {
        actor.require(Role.ADMIN, Role.AUDITOR);
        return endpoints.inUse().stream().map(mapper::view).toList();
    }

    /** The endpoints of these institutions, for rooms that tell them something. */
    @Transactional
    public List<EndpointView> of(Collection<String> codes) {
        return codes.isEmpty()
                ? List.of()
                : endpoints.inUse(codes).stream().map(mapper::view).toList();
    }

    /** Ends an endpoint (ADMIN); what waits for it fails and says so. */
    @Transactional
    public void end(UUID id) {
        actor.require(Role.ADMIN);
        Endpoint endpoint = endpoints.inUse(id).orElseThrow(Refusal::notFound);
        endpoint.end(clock.instant());
        journal.record("notify.endpoint-ended", "ENDPOINT", id.toString(), facts(endpoint));
    }

    private void check(NewEndpoint command) {
        List<FieldError> errors = new ArrayList<>();
        if (institutions.find(command.institution()).isEmpty()) {
            errors.add(FieldError.of("/institution", "unknown-institution", command.institution()));
        }
        switch (command.channel()) {
            case WEBHOOK -> {
                if (!isWebAddress(command.address())) {
                    errors.add(FieldError.of("/address", "no-web-address"));
                }
            }
            case RELAY -> {
                if (!FOLDER.matcher(command.address()).matches()) {
                    errors.add(FieldError.of("/address", "no-folder-name"));
                }
            }
            default ->
                errors.add(new FieldError(
                        "/channel", "not-one-of", Map.of("value", command.channel(), "allowed", "WEBHOOK, RELAY")));
        }
        if (!errors.isEmpty()) {
            throw Refusal.fields(errors);
        }
    }

    /** Plain http is allowed: inside a closed network there may be no certificates. Credentials in a URL are not. */
    static boolean isWebAddress(String address) {
        try {
            URI uri = new URI(address);
            return ("https".equals(uri.getScheme()) || "http".equals(uri.getScheme()))
                    && uri.getHost() != null
                    && uri.getUserInfo() == null
                    && uri.getFragment() == null;
        } catch (URISyntaxException e) {
            return false;
        }
    }

    private static Map<String, Object> facts(Endpoint endpoint) {
        return Map.of(
                "institution", endpoint.getInstitution(),
                "channel", endpoint.getChannel().name(),
                "name", endpoint.getName());
    }

    /**
     * A new endpoint with its secret, which is never shown again.
     *
     * @param endpoint what was made
     * @param secret what its messages are signed with
     */
    public record Created(@JsonUnwrapped EndpointView endpoint, String secret) {

        /** Without the secret: safe for the log. */
        @Override
        public String toString() {
            return endpoint.toString();
        }
    }
}
