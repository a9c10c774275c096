package io.haetae.incident;

import io.haetae.register.SystemView;
import org.jspecify.annotations.Nullable;
import org.mapstruct.Mapper;
import org.mapstruct.Mapping;

/** An affected system, from the incident's side and the register's. */
@Mapper
interface IncidentMapper {

    @Mapping(target = "code", source = "system.code")
    @Mapping(target = "services", source = "system.services")
    @Mapping(target = "recovery", source = "system")
    IncidentView.System view(IncidentSystem system, SystemView register);

    default IncidentView.@Nullable Recovered recovered(IncidentSystem system) {
        if (system.getRecoveryLevel() == null || system.getRecoveredAt() == null) {
            return null;
        }
        return new IncidentView.Recovered(
                system.getRecoveryLevel(), system.getRecoveredAt(), system.getVerifiedBy(), system.getWorkaround());
    }

    default IncidentView.Answered view(AcknowledgementRecord said) {
        return new IncidentView.Answered(
                said.at, said.name, said.by.name(), said.onBehalfOf, said.note, said.revokedAt);
    }

    default IncidentView.Measurement view(Period period) {
        return new IncidentView.Measurement(
                period.key.n(),
                period.beganAt,
                period.recoveredAt,
                period.closedAt,
                period.reopenedAt,
                period.reopenReason);
    }
}
