package io.haetae.kernel;

import jakarta.ws.rs.core.Response;

/** Something that is edited by its version: whoever reads it is told the version as its ETag. */
public interface Versioned {

    /** The version; it grows with every change. */
    int version();

    /** The answer with the thing in it and its version as ETag. */
    static Response tagged(Response.ResponseBuilder answer, Versioned thing) {
        return answer.entity(thing)
                .header("ETag", IfMatch.etag(thing.version()))
                .build();
    }
}
