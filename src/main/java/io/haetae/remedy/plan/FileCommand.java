package io.haetae.remedy.plan;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

/** A file; its content in Base64. */
record FileCommand(
        @NotBlank @Size(max = 200) String name, @NotBlank String content) {}
