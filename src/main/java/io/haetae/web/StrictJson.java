package io.haetae.web;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.deser.std.StdScalarDeserializer;
import com.fasterxml.jackson.databind.deser.std.StringDeserializer;
import com.fasterxml.jackson.databind.module.SimpleModule;
import io.quarkus.jackson.ObjectMapperCustomizer;
import jakarta.inject.Singleton;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * Refuses what is written behind the end of a body, which nobody would read, and NUL in any text: JSON allows it,
 * PostgreSQL has no place for it.
 */
@Singleton
class StrictJson implements ObjectMapperCustomizer {

    @Override
    public void customize(ObjectMapper mapper) {
        SimpleModule module = new SimpleModule("haetae-strict");
        module.addDeserializer(String.class, new Reader());
        mapper.registerModule(module);
        mapper.enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);
    }

    private static final class Reader extends StdScalarDeserializer<String> {
        private static final long serialVersionUID = 1L;

        Reader() {
            super(String.class);
        }

        @Override
        public @Nullable String deserialize(JsonParser json, DeserializationContext context) throws IOException {
            String text = StringDeserializer.instance.deserialize(json, context);
            return text == null || text.indexOf('\0') < 0
                    ? text
                    : (String) context.handleWeirdStringValue(String.class, text, "NUL");
        }
    }
}
