package io.fenlu.ledger.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Collections;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** A request has one key; of two the ledger does not choose, and it makes no third of them. */
@Component
final class OneKey implements HandlerInterceptor, WebMvcConfigurer {
    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(this);
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        if (Collections.list(request.getHeaders(IdempotencyKey.HEADER)).size() > 1) {
            throw DoorClosed.by(
                    DoorRefusal.IDEMPOTENCY_KEY_MALFORMED,
                    "The header " + IdempotencyKey.HEADER + " stands there twice.");
        }
        return true;
    }
}
