package io.haetae.continuity;

import io.haetae.kernel.LocalizedText;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A continuity plan (서비스 연속성 계획) of one system. What to use instead stands in the register and is not copied here.
 *
 * @param keptBy who keeps it: a division or a person
 * @param reviewOn when it is to be reviewed
 * @param validUntil last day it holds, null without an end
 * @param guidance what people are told, before the services and deadlines
 * @param offices where receipts are taken by hand; empty for any
 * @param services the services it covers; a system without services for people has none
 */
public record PlanCommand(
        @NotBlank @Size(max = 200) String keptBy,
        @NotNull LocalDate reviewOn,
        @NotNull LocalDate validFrom,
        @Nullable LocalDate validUntil,
        @NotNull @Valid LocalizedText guidance,
        @Size(max = 300) List<@NotBlank @Size(max = 40) String> offices,
        @Size(max = 100) List<@NotNull @Valid Service> services) {

    /** The fields of a form nobody designed. None is required: what the paper holds need not be copied to be counted. */
    public static final List<Field> USUAL_FIELDS = List.of(
            new Field("applicant", new LocalizedText("신청인", "Applicant"), false),
            new Field("contact", new LocalizedText("연락처", "Contact"), false),
            new Field("content", new LocalizedText("신청 내용", "Request"), false));

    public PlanCommand {
        offices = List.copyOf(Objects.requireNonNullElse(offices, List.of()));
        services = List.copyOf(Objects.requireNonNullElse(services, List.of()));
    }

    /**
     * One service of the system.
     *
     * @param code its code in the register
     * @param deadlineRule rule of {@code grading-rules/deadline} that its receipts go by, unless an agency decides
     * @param fields what the form for receipts by hand asks; as little as will do
     */
    public record Service(
            @NotBlank @Size(max = 40) String code,
            @NotBlank @Size(max = 40) String deadlineRule,
            @Size(max = 20) List<@NotNull @Valid Field> fields) {

        public Service {
            fields = fields == null || fields.isEmpty() ? USUAL_FIELDS : List.copyOf(fields);
        }
    }

    /**
     * A field of the form.
     *
     * @param name as interface and files name it
     * @param label as people read it
     * @param required whether a receipt without it is refused
     */
    public record Field(
            @NotNull @Pattern(regexp = "[a-z][A-Za-z0-9]{0,29}")
            String name,

            @NotNull @Valid LocalizedText label,
            boolean required) {}
}
