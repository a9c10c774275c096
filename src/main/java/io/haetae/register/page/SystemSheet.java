package io.haetae.register.page;

import io.haetae.kernel.Form;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the form of a system offers.
 *
 * @param code the system that is changed, null for a new one
 * @param externals external ids beyond the first, which the form keeps but does not show
 * @param mayDesignate whether the person may say that a system is major
 */
record SystemSheet(
        @Nullable String code,
        boolean mayDesignate,
        List<Form.Option> owners,
        List<Form.Option> institutions,
        List<Form.Option> leadAgencies,
        List<Form.Option> sites,
        List<Form.Option> rooms,
        List<Slot> externals,
        List<Slot> services,
        List<Slot> contacts,
        List<Slot> resources) {}
