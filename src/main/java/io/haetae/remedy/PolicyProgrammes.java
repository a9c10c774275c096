package io.haetae.remedy;

import com.fasterxml.jackson.databind.JsonNode;

/** Policy tasks for those who set an instance up. */
public interface PolicyProgrammes {

    /**
     * Makes programmes with their tasks (ADMIN).
     *
     * @param programmes a list; each one as the interface takes it, with its {@code coordinator} and its {@code tasks}
     */
    void setUp(JsonNode programmes);
}
