package io.haetae.web;

import io.haetae.kernel.Refusal;
import jakarta.annotation.Priority;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.ext.Provider;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Map;
import java.util.Set;

/**
 * Counts a body that does not say how long it is (chunked) while it is read, so that it meets the same limit as one that
 * does. Forms are read elsewhere, under a limit of their own.
 */
@Provider
@Priority(Priorities.AUTHENTICATION + 15)
class BodyLimit implements ContainerRequestFilter {

    private static final Set<String> FORMS =
            Set.of(MediaType.APPLICATION_FORM_URLENCODED, MediaType.MULTIPART_FORM_DATA);

    private final WebConfig config;

    BodyLimit(WebConfig config) {
        this.config = config;
    }

    @Override
    public void filter(ContainerRequestContext request) {
        MediaType type = request.getMediaType();
        boolean form = type != null && FORMS.contains(type.getType() + "/" + type.getSubtype());
        if (request.getHeaderString("Transfer-Encoding") != null && !form) {
            long limit = config.limit(request.getUriInfo().getPath());
            request.setEntityStream(new Counted(request.getEntityStream(), limit));
        }
    }

    private static final class Counted extends FilterInputStream {

        private final long limit;
        private long read;

        Counted(InputStream body, long limit) {
            super(body);
            this.limit = limit;
        }

        @Override
        public int read() throws IOException {
            int one = super.read();
            count(one < 0 ? 0 : 1);
            return one;
        }

        @Override
        public int read(byte[] into, int from, int length) throws IOException {
            int some = super.read(into, from, length);
            count(Math.max(some, 0));
            return some;
        }

        private void count(int more) {
            read += more;
            if (read > limit) {
                throw new Refusal(WebError.TOO_LARGE, Map.of("limit", limit));
            }
        }
    }
}
