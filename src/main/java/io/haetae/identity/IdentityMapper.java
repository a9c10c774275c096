package io.haetae.identity;

import org.mapstruct.Mapper;

/** Entities to what others see. */
@Mapper
interface IdentityMapper {

    InstitutionView view(Institution institution);

    PersonView view(Person person);

    TokenService.TokenView view(Token token);
}
