/**
 * Who is who: institutions and their tree, people with roles, and how they prove themselves.
 *
 * <p>A person acts for one institution; the institution decides the {@link io.haetae.kernel.Scope}. Accounts are local
 * (bcrypt, sessions in the database, hashed tokens), because single sign-on may be down in the very disaster this
 * service exists for (전자정부법 제56조의5). Institutions are renamed, moved and merged from a day on and keep their states; what ends
 * stays below its successor. Named acts are handed over until a time ({@link io.haetae.identity.DelegationService}): a row that
 * only the act asks for, so that scope and every other request stay as they are. The public face is {@link io.haetae.identity.InstitutionService},
 * {@link io.haetae.identity.PeopleService} and {@link io.haetae.identity.Login}.
 */
@NullMarked
package io.haetae.identity;

import org.jspecify.annotations.NullMarked;
