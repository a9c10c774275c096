package io.haetae.register;

import org.mapstruct.Mapper;

/** Entity to what others see. */
@Mapper
interface SiteMapper {

    SiteView view(Site site);
}
