package io.haetae.wrong.audit;

import io.haetae.wrong.audit.inner.Inner;
import jakarta.ws.rs.core.Response;

/** Wrong on purpose: speaks HTTP away from the edge and makes a knot with its sub-package. */
public class Above {

    Response.Status status = Response.Status.OK;
    Inner inner = new Inner();
}
