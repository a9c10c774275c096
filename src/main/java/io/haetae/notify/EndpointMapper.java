package io.haetae.notify;

import org.mapstruct.Mapper;

/** Entity to what others see. */
@Mapper
interface EndpointMapper {

    EndpointView view(Endpoint endpoint);
}
