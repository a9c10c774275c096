package io.haetae.rule;

import io.haetae.kernel.Page;
import io.haetae.kernel.Refusal;
import io.quarkus.security.Authenticated;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

@Path("/api/v1/rule-sets")
class RuleSetApi {

    private static final String VERSION = "{kind}/{name}/versions/{version}";

    private final RuleVersionService versions;
    private final RuleImportService imports;
    private final RuleSets rules;
    private final ActiveRules active;

    RuleSetApi(RuleVersionService versions, RuleImportService imports, RuleSets rules, ActiveRules active) {
        this.versions = versions;
        this.imports = imports;
        this.rules = rules;
        this.active = active;
    }

    @GET
    @Authenticated
    public Page<RuleSetView> list() {
        return new Page<>(versions.list(), null);
    }

    /** 201 with the version, which is not in force yet; 422 with every place that is wrong; what is in force stays. */
    @POST
    @Path("import")
    @RolesAllowed("ADMIN")
    @Consumes({"application/yaml", "text/yaml"})
    @Produces(MediaType.APPLICATION_JSON)
    public Response bring(@Nullable String content, @QueryParam("dryRun") boolean dryRun) {
        RuleVersionView brought = imports.bring(Objects.requireNonNullElse(content, ""), dryRun);
        if (dryRun) {
            return Response.ok(brought).build();
        }
        URI location = URI.create("/api/v1/rule-sets/" + brought.ruleSet() + "/versions/" + brought.version());
        return Response.created(location).entity(brought).build();
    }

    @GET
    @Path(VERSION)
    @Authenticated
    public RuleVersionView get(
            @PathParam("kind") String kind, @PathParam("name") String name, @PathParam("version") String version) {
        return versions.get(new RuleRef(kind, name, version));
    }

    @POST
    @Path(VERSION + "/evaluation")
    @Authenticated
    public RuleEvaluationView evaluate(
            @PathParam("kind") String kind,
            @PathParam("name") String name,
            @PathParam("version") String version,
            @NotNull @Valid RuleFacts command) {
        RuleRef pinned = new RuleRef(kind, name, version);
        return rules.evaluate(active.compiled(pinned).orElseThrow(Refusal::notFound), command.facts());
    }

    @PUT
    @Path(VERSION + "/activation")
    @RolesAllowed("ADMIN")
    public RuleVersionView activate(
            @PathParam("kind") String kind,
            @PathParam("name") String name,
            @PathParam("version") String version,
            @NotNull @Valid RuleActivation command) {
        RuleRef pinned = new RuleRef(kind, name, version);
        versions.activate(pinned, command);
        return versions.get(pinned);
    }
}
