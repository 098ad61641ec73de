package org.privacypromise.frame;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.exc.PropertyBindingException;
import io.quarkus.oidc.OIDCException;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.ForbiddenException;
import io.quarkus.security.UnauthorizedException;
import jakarta.persistence.OptimisticLockException;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.ConstraintViolationException;
import jakarta.validation.Path;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Response;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/**
 * Turns whatever ends a request early into a {@link Problem}. The answer never repeats what the request said, and an
 * unexpected fault is logged without its messages: a database puts the offending values into them.
 */
class ProblemMapper {

    private static final Logger LOG = Logger.getLogger(ProblemMapper.class);

    private static final Map<Integer, Problem> BY_STATUS = List.of(
                    Problem.of(ProblemType.MALFORMED, "Check the address, the parameters and the body."),
                    Problem.of(ProblemType.UNAUTHENTICATED, "Sign in and send the access token as a Bearer token."),
                    Problem.of(ProblemType.FORBIDDEN, "Ask for an account with the role that this needs."),
                    Problem.of(ProblemType.NOT_FOUND, "Check the address and the ID in it."),
                    Problem.of(ProblemType.METHOD_NOT_ALLOWED, "The API description names the methods it takes."),
                    Problem.of(ProblemType.NOT_ACCEPTABLE, "Ask for application/json."),
                    Problem.of(ProblemType.CONFLICT, "Read it again and repeat your change if you still want it."),
                    Problem.of(ProblemType.TOO_LARGE, "Send less at once."),
                    Problem.of(ProblemType.UNSUPPORTED_MEDIA_TYPE, "Send the body as application/json."))
            .stream()
            .collect(Collectors.toUnmodifiableMap(Problem::status, problem -> problem));

    @ServerExceptionMapper
    Response expected(ProblemException e) {
        return e.problem().response();
    }

    @ServerExceptionMapper({UnauthorizedException.class, AuthenticationFailedException.class})
    Response unauthenticated() {
        return ofStatus(ProblemType.UNAUTHENTICATED.status());
    }

    @ServerExceptionMapper(ForbiddenException.class)
    Response forbidden() {
        return ofStatus(ProblemType.FORBIDDEN.status());
    }

    // The extension maps the second by itself unless it is named here.
    @ServerExceptionMapper({JacksonException.class, MismatchedInputException.class})
    Response unreadable(JacksonException e) {
        if (e instanceof PropertyBindingException binding) {
            return Problem.of(ProblemType.UNKNOWN_FIELD, "Known fields here: " + knownFields(binding) + ".")
                    .response();
        }
        if (e instanceof JsonMappingException mapping) {
            String pointer = pointer(mapping);
            return Problem.of(
                            ProblemType.MALFORMED,
                            "A value has the wrong type, or a field stands twice.",
                            new Problem.Fault(pointer, "Send the type and format that the API description names."))
                    .response();
        }
        return Problem.of(ProblemType.MALFORMED, "The body is not well-formed JSON.")
                .response();
    }

    @ServerExceptionMapper
    Response invalid(ConstraintViolationException e) {
        Problem.Fault[] faults = e.getConstraintViolations().stream()
                .map(violation -> new Problem.Fault(pointer(violation), violation.getMessage()))
                .sorted(Comparator.comparing(Problem.Fault::pointer))
                .toArray(Problem.Fault[]::new);
        return Problem.of(ProblemType.INVALID, "Correct the named fields and send it again.", faults)
                .response();
    }

    @ServerExceptionMapper(OptimisticLockException.class)
    Response changedMeanwhile() {
        return ofStatus(ProblemType.CONFLICT.status());
    }

    @ServerExceptionMapper
    Response refusedByFramework(WebApplicationException e) {
        if (e.getCause() instanceof JacksonException json) {
            return unreadable(json);
        }
        Response answer = e.getResponse();
        if (answer.getStatus() < 400) {
            return answer;
        }
        if (answer.getStatus() >= 500) {
            return unexpected(e);
        }
        return ofStatus(answer.getStatus());
    }

    @ServerExceptionMapper(OIDCException.class)
    Response identityProviderAway() {
        return Problem.of(
                        ProblemType.UNAVAILABLE,
                        "Access tokens cannot be checked at the moment. Try again in a few seconds.")
                .response();
    }

    @ServerExceptionMapper
    Response unexpected(Throwable e) {
        String reference = UUID.randomUUID().toString();
        LOG.errorf(WithoutMessages.of(e), "Request failed unexpectedly, reference %s", reference);
        return Problem.of(
                        ProblemType.INTERNAL,
                        "Nothing was half-done. Try again later; if it stays, quote the reference " + reference + ".")
                .response();
    }

    private static Response ofStatus(int status) {
        return Objects.requireNonNullElseGet(
                        BY_STATUS.get(status),
                        () -> Problem.of(
                                new ProblemType("http-" + status, status, "The request was refused"),
                                "Check the address, the parameters and the body."))
                .response();
    }

    private static String knownFields(PropertyBindingException e) {
        return e.getKnownPropertyIds() == null
                ? "none"
                : e.getKnownPropertyIds().stream().map(String::valueOf).sorted().collect(Collectors.joining(", "));
    }

    // Only positions and the names that our own records have: a map's keys come from the client.
    private static String pointer(JsonMappingException e) {
        return e.getPath().stream()
                .map(step -> step.getIndex() >= 0
                        ? "/" + step.getIndex()
                        : step.getFrom() instanceof Map ? "/*" : "/" + step.getFieldName())
                .collect(Collectors.joining());
    }

    private static String pointer(ConstraintViolation<?> violation) {
        StringBuilder pointer = new StringBuilder();
        int depth = 0;
        for (Path.Node node : violation.getPropertyPath()) {
            // The first two steps are the resource's method and its parameter.
            if (depth++ < 2) {
                continue;
            }
            if (node.getIndex() != null) {
                pointer.append('/').append(node.getIndex());
            }
            if (node.getName() != null && !node.getName().startsWith("<")) {
                pointer.append('/').append(node.getName());
            }
        }
        return pointer.toString();
    }
}
