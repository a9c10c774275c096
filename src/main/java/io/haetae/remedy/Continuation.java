package io.haetae.remedy;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

/**
 * What the plan to merge or abolish a service says of those who use it (시행령 제19조 ②).
 *
 * @param convenience how people are spared inconvenience (이용자 편의)
 * @param data what becomes of the data
 * @param dataPlan which data, where to, until when
 * @param continuity how the service goes on until and after the change (서비스 연속성)
 */
public record Continuation(
        @NotBlank @Size(max = 4_000) String convenience,
        @NotNull Data data,
        @NotBlank @Size(max = 4_000) String dataPlan,
        @NotBlank @Size(max = 4_000) String continuity) {

    /** What becomes of the data. */
    public enum Data {
        /** 이관: moved to another system. */
        TRANSFER,
        /** 보존: kept as a record. */
        PRESERVATION
    }
}
