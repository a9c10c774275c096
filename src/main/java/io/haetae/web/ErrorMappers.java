package io.haetae.web;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import io.haetae.kernel.KernelError;
import io.haetae.kernel.Refusal;
import io.haetae.kernel.Violations;
import io.quarkus.security.AuthenticationCompletionException;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.ForbiddenException;
import io.quarkus.security.UnauthorizedException;
import io.quarkus.vertx.http.runtime.security.ChallengeData;
import io.quarkus.vertx.http.runtime.security.HttpAuthenticator;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import jakarta.persistence.OptimisticLockException;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.ConstraintViolationException;
import jakarta.validation.ElementKind;
import jakarta.validation.Path;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Response;
import java.nio.channels.ClosedChannelException;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.hibernate.StaleStateException;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** Every way in which a request can fail, as one answer: problem+json for programs, a page for people. */
class ErrorMappers {

    private static final Logger LOG = Logger.getLogger(ErrorMappers.class);

    private final Problems problems;
    private final ErrorPages pages;

    private final WebConfig config;

    ErrorMappers(Problems problems, ErrorPages pages, WebConfig config) {
        this.problems = problems;
        this.pages = pages;
        this.config = config;
    }

    @ServerExceptionMapper
    public Response refusal(Refusal refusal) {
        return answer(problems.of(refusal));
    }

    /** Whoever asks for single sign-on is sent to its provider, everybody else to the log-in page. */
    @ServerExceptionMapper
    public Uni<Response> unauthorized(UnauthorizedException exception, RoutingContext context) {
        if (config.singleSignOn() && context.normalizedPath().equals(LoginPages.SINGLE_SIGN_ON)) {
            return context.<HttpAuthenticator>get(HttpAuthenticator.class.getName())
                    .getChallenge(context)
                    .map(ErrorMappers::challenge);
        }
        return Uni.createFrom()
                .item(pages.loginOr(() -> answer(problems.of(KernelError.UNAUTHENTICATED, Map.of(), List.of()))));
    }

    @ServerExceptionMapper
    public Response authenticationFailed(AuthenticationFailedException exception) {
        if (exception.getCause() instanceof Refusal refusal) {
            return answer(problems.of(refusal));
        }
        return pages.loginOr(() -> answer(problems.of(KernelError.UNAUTHENTICATED, Map.of(), List.of())));
    }

    /** Single sign-on came back without proving a person; its log-in page would only do the same again. */
    @ServerExceptionMapper
    public Response authenticationIncomplete(AuthenticationCompletionException exception) {
        for (Throwable cause = exception.getCause(); cause != null; cause = cause.getCause()) {
            if (cause instanceof Refusal refusal) {
                return answer(problems.of(refusal));
            }
        }
        return answer(problems.of(KernelError.UNAUTHENTICATED, Map.of(), List.of()));
    }

    @ServerExceptionMapper
    public Response forbidden(ForbiddenException exception) {
        return answer(problems.of(KernelError.FORBIDDEN, Map.of(), List.of()));
    }

    @ServerExceptionMapper({OptimisticLockException.class, StaleStateException.class})
    public Response stale(Exception exception) {
        return answer(problems.of(KernelError.STALE, Map.of(), List.of()));
    }

    @ServerExceptionMapper
    public Response malformed(JacksonException exception) {
        return answer(problems.malformed(exception));
    }

    /** Named apart, because the framework has a mapper of its own for it. */
    @ServerExceptionMapper
    public Response mismatched(MismatchedInputException exception) {
        return malformed(exception);
    }

    /** A wrong parameter is the caller's fault; a wrong return value is ours. */
    @ServerExceptionMapper
    public Response violation(ConstraintViolationException exception) {
        boolean ours = exception.getConstraintViolations().stream().anyMatch(ErrorMappers::onReturnValue);
        if (ours) {
            return unexpected(exception);
        }
        return answer(problems.of(KernelError.INVALID, Map.of(), Violations.of(exception)));
    }

    @ServerExceptionMapper
    public Response http(WebApplicationException exception) {
        if (exception.getCause() instanceof JacksonException cause) {
            return malformed(cause);
        }
        int status = exception.getResponse().getStatus();
        if (status < 400) {
            return exception.getResponse();
        }
        WebError error =
                switch (status) {
                    case 404 -> null;
                    case 405 -> WebError.METHOD_NOT_ALLOWED;
                    case 406 -> WebError.NOT_ACCEPTABLE;
                    case 413 -> WebError.TOO_LARGE;
                    case 415 -> WebError.UNSUPPORTED_TYPE;
                    default -> WebError.MALFORMED;
                };
        if (status >= 500) {
            return unexpected(exception);
        }
        return answer(problems.of(error == null ? KernelError.NOT_FOUND : error, status, Map.of(), List.of()));
    }

    /** Nothing of what went wrong inside leaves; the number in the answer is the one in the log. */
    @ServerExceptionMapper
    public Response unexpected(Throwable exception) {
        if (exception instanceof ClosedChannelException) {
            // The reader of a live stream has gone; nobody is left to answer.
            return Response.noContent().build();
        }
        if (isDatabaseAway(exception)) {
            LOG.warnf("answered 503, for the database does not answer: %s", exception);
            return answer(problems.of(WebError.AWAY, Map.of(), List.of()));
        }
        String reference = UUID.randomUUID().toString();
        LOG.errorf(exception, "unexpected failure %s", reference);
        return answer(problems.of(WebError.UNEXPECTED, 500, Map.of("reference", reference), List.of()));
    }

    /** Connection lost (08), shut down or starting (57), out of connections (53), or none to be had from the pool. */
    private static boolean isDatabaseAway(Throwable exception) {
        for (Throwable cause = exception; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException failure) {
                String state = failure.getSQLState();
                return state == null || state.startsWith("08") || state.startsWith("57") || state.startsWith("53");
            }
        }
        return false;
    }

    private Response answer(Problem problem) {
        return pages.pageOr(problem, () -> {
            Response.ResponseBuilder response =
                    Response.status(problem.status()).type(Problem.MEDIA_TYPE).entity(problem);
            if (problem.status() == 401) {
                response.header("WWW-Authenticate", "Basic realm=\"Haetae\"");
            }
            if (problem.status() == 429 || problem.status() == 503) {
                response.header("Retry-After", "60");
            }
            return response.build();
        });
    }

    private static boolean onReturnValue(ConstraintViolation<?> violation) {
        for (Path.Node node : violation.getPropertyPath()) {
            if (node.getKind() == ElementKind.RETURN_VALUE) {
                return true;
            }
        }
        return false;
    }

    private static Response challenge(ChallengeData challenge) {
        Response.ResponseBuilder response = Response.status(challenge.status);
        if (challenge.headerName != null) {
            response.header(challenge.headerName.toString(), challenge.headerContent);
        }
        return response.build();
    }
}
