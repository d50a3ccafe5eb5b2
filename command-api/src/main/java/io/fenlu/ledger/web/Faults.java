package io.fenlu.ledger.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.HandlerExceptionResolver;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** What nobody else had an answer for: the store is away, the journal is damaged, or the client gets an incident's id and the log gets the cause. */
@Component
final class Faults implements HandlerExceptionResolver, WebMvcConfigurer {
    private static final Logger LOG = LoggerFactory.getLogger(Faults.class);

    @Override
    public void extendHandlerExceptionResolvers(List<HandlerExceptionResolver> resolvers) {
        resolvers.add(this);
    }

    @Override
    public @Nullable ModelAndView resolveException(
            HttpServletRequest request, HttpServletResponse response, @Nullable Object handler, Exception fault) {
        if (response.isCommitted()) {
            return null;
        }
        var away = StoreAway.isWhy(fault);
        var problem = away ? Problems.away(fault) : Problems.damage(fault).orElseGet(() -> Problems.incident(fault));
        try {
            response.reset();
            if (away) {
                response.setHeader(HttpHeaders.RETRY_AFTER, "30");
            }
            response.setStatus(problem.status());
            response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
            response.getOutputStream().write(HttpJson.STRICT.writeValueAsBytes(problem));
        } catch (IOException gone) {
            LOG.debug("nobody waits for the answer any more", gone);
        }
        return new ModelAndView();
    }
}
