// Made by `npm run api` from docs/openapi.json: change it there.
export interface paths {
    "/ready": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Ask each dependency, and say how long it took; 503 when one is down. */
        get: operations["ready"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/health": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Say that the process answers. */
        get: operations["health"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/sync": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Get what was written since the last time, deletions included; ask again while there is more. */
        get: operations["pull"];
        put?: never;
        /** Apply what was done on a phone, in order, each operation by itself; all of it may be sent again without harm. */
        post: operations["push"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/goals": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Set a goal; the same sent again is answered with what is stored. One that is not safe is refused, and why. */
        post: operations["set_goal"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/cycle": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Log a period, once `health.cycle_tracking` is on; the same sent again is answered with what is stored. */
        post: operations["log_period"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/foods": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Search foods by what people call them; typing errors are forgiven.
         * @description With `lang=es`, words of both languages are found, and everyday foods have their Spanish names.
         */
        get: operations["search_foods"];
        put?: never;
        /** Save a food of one's own. */
        post: operations["create_food"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/habits": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Save a habit; the same sent again is answered with what is stored. */
        post: operations["make_habit"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/photos": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Announce a photo, and learn where to upload it; then complete it. The same again signs the upload anew. */
        post: operations["announce_photo"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/recipes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Search the recipes that are for everybody, by words, tags, allergens to leave out and time.
         * @description With `lang=es`, words of both languages are found, and the recipes of Fitzen are given in Spanish.
         */
        get: operations["search_recipes"];
        put?: never;
        /** Save a recipe of one's own; the same sent again is answered with what is stored. */
        post: operations["create_recipe"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/imports": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Bring an export in, beside what is there, which stays. The report says what was not taken, and why. */
        post: operations["import_file"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/auth/mfa": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Say whether one's second factor is on. */
        get: operations["get_factor"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/workouts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Log a workout; the same sent again is answered with what is stored. */
        post: operations["log_workout"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/exercises": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Search exercises by name, alias, muscle or equipment; typing errors are forgiven.
         * @description With `lang=es`, words of both languages are found, and exercises are given in Spanish.
         */
        get: operations["list_exercises"];
        put?: never;
        /** Save an exercise of one's own. */
        post: operations["create_exercise"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/reminders": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Save a reminder; the same sent again is answered with what is stored. */
        post: operations["remind"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/knowledge": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Find what the articles say to a question, best first; nothing where it is not their subject. */
        get: operations["search_knowledge"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/dev/inbox.json": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Show what was sent to people, newest first (outside production only). */
        get: operations["inbox_json"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/auth/login": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Sign in by a password. */
        post: operations["login"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/auth/logout": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** End the session of this access token. */
        post: operations["logout"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/chat/memory": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Tell the coach something to keep in mind; the same sent again is answered with what is stored. */
        post: operations["remember"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/auth/refresh": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Replace the refresh token and get a new access token. An old refresh token ends the session. */
        post: operations["refresh"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/measurements": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Save a measurement; the same sent again is answered with what is stored. */
        post: operations["measure"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/chat/message": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Say something to the coach; the same `id` sent again gives the same answer.
         * @description With `Accept: text/event-stream` it comes as events: start, delta, tool, card, done, error.
         */
        post: operations["send_message"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/auth/send-otp": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Send a code of six digits by SMS or email; the answer is the same whether or not there is an account.
         * @description The message is in the language of Accept-Language, English or Spanish; so is that of `register` and `password/forgot`.
         */
        post: operations["send_otp"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/auth/register": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Choose a password; verify-otp with the code that is sent makes the account, or nothing does. */
        post: operations["register"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/auth/sessions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List one's open sessions. */
        get: operations["list_sessions"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/auth/mfa/totp": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Get a secret for an authenticator app; it counts once it is confirmed. */
        post: operations["enrol_totp"];
        /** Switch the second factor off, by a code of it. */
        delete: operations["switch_off_totp"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/auth/verify-otp": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Sign in by a code; sent with an access token, the address becomes the caller's own. */
        post: operations["verify_otp"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/auth/mfa/verify": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Finish signing in by a code of the authenticator or a recovery code. */
        post: operations["verify_mfa"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/users/{user_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Get one's own profile. */
        get: operations["get_user"];
        /** Replace one's profile; phone and email change only through verification. */
        put: operations["replace_user"];
        post?: never;
        /** Erase oneself: records, chats, sessions, sign-in. This cannot be undone, so a second factor that is on is asked for. */
        delete: operations["erase_user"];
        options?: never;
        head?: never;
        /** Change some fields of one's profile by JSON Merge Patch. */
        patch: operations["patch_user"];
        trace?: never;
    };
    "/api/goals/{user_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List goals with how far they have come, those that started last first. */
        get: operations["list_goals"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/cycle/{user_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Show the log, newest first, with when the next period is likely and which phase it is likely today. */
        get: operations["get_cycle"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/nutrition/meals": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Log a meal; the same sent again is answered with what is stored. */
        post: operations["log_meal"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/nutrition/parse": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Read a meal in a person's own words: foods, amounts, grams, and how sure each is. Nothing is saved.
         * @description Spanish is read where `lang` is `es`, or not given and the person's locale is Spanish.
         */
        post: operations["parse_meal"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/nutrition/water": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Log a drink; the same sent again is answered with what is stored. */
        post: operations["log_water"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/foods/{food_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Get one food: nutrients per 100 g and household portions. */
        get: operations["get_food"];
        /** Put another food in the place of one's own; meals that had it stay as they are. */
        put: operations["replace_food"];
        post?: never;
        /** Delete a food of one's own; meals that had it stay as they are. */
        delete: operations["delete_food"];
        options?: never;
        head?: never;
        /** Change some fields of a food of one's own by JSON Merge Patch. */
        patch: operations["patch_food"];
        trace?: never;
    };
    "/api/habits/{user_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List habits with streak and strength as of today, those that started last first; the archived ones apart. */
        get: operations["list_habits"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/photos/{user_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List photos of oneself by when they were taken, newest first, in one pose or all, or those of meals; URLs are signed. */
        get: operations["list_photos"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/mail/unsubscribe": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Show what the link of a mail ends, with a button that does it; looking at it changes nothing. */
        get: operations["show_unsubscribe"];
        put?: never;
        /**
         * End mails of one kind: the report of the week, or those of a reminder. It may be repeated.
         * @description Mail clients post `List-Unsubscribe=One-Click` as a form here (RFC 8058); whatever the body is, it is not read.
         */
        post: operations["unsubscribe"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/knowledge/{slug}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Get one article with its sources. */
        get: operations["get_article"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/auth/apple-signin": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Sign in by Apple's ID token. */
        post: operations["apple_signin"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/exercises/library": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Get every exercise that ships with Fitzen, by name, for a device to keep; one's own come down by sync. */
        get: operations["get_library"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/recipes/{user_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List one's own recipes, the last saved first. */
        get: operations["list_recipes"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/auth/google-signin": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Sign in by Google's ID token. */
        post: operations["google_signin"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/workouts/{user_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List workouts by when they started, newest first. */
        get: operations["list_workouts"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/measurements/batch": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Save up to 90 measurements at once, all or nothing; those sent again are answered with what is stored. */
        post: operations["measure_all"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/knowledge/articles": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List all articles by their titles, in one page: there are about a hundred. */
        get: operations["list_articles"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/auth/password/reset": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Set a new password by a code; every session ends. */
        post: operations["reset_password"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/foods/barcode/{ean}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Find a food by its barcode (EAN, UPC or GTIN): one's own, an imported one, or in a public database if one is set. */
        get: operations["get_food_by_barcode"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/reminders/{user_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List reminders, the last made first, each with when it comes next. */
        get: operations["list_reminders"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/imports/{import_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Get the report of an import. */
        get: operations["get_import"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/auth/password/forgot": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Send a code that sets a new password; the answer is the same whether or not there is an account. */
        post: operations["forgot_password"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/chat/chats/{user_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List chats, the one with the latest message first. */
        get: operations["list_chats"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/chat/usage/{user_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Get what is used of the coach today and this month, and what there is. */
        get: operations["get_usage"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/auth/mfa/totp/confirm": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Switch the second factor on by a code; the recovery codes are shown this once. */
        post: operations["confirm_totp"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/users/{user_id}/today": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Get one's day at a glance: targets and what was eaten, the next session, habits, weight, reminders, a note. */
        get: operations["get_today"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/chat/memory/{user_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List what the coach remembers, newest first. */
        get: operations["list_memories"];
        put?: never;
        post?: never;
        /** Forget everything that the coach remembers; what was logged and the profile stay. */
        delete: operations["forget_everything"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/achievements/{user_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Show what somebody has achieved, newest first; what they have earned meanwhile is among it. */
        get: operations["list_achievements"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/measurements/{user_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List measurements by when they were taken, newest first, of one metric or all. */
        get: operations["list_measurements"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/foods/recent/{user_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List the foods and recipes last logged, with the last amount of each; at most fifty. */
        get: operations["list_recent"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/users/{user_id}/avatar": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Get the picture of oneself. */
        get: operations["get_avatar"];
        /** Announce a picture of oneself, and learn where to upload it; then complete it. */
        put: operations["announce_avatar"];
        post?: never;
        /** Remove the picture of oneself. */
        delete: operations["delete_avatar"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/chat/history/{user_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List messages, newest first, of one chat or all. */
        get: operations["list_messages"];
        put?: never;
        post?: never;
        /** Delete the messages of one chat, or all. */
        delete: operations["forget_messages"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/users/{user_id}/export": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Get everything that one has, as a zip that can be imported again. */
        get: operations["export_user"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/exercises/{exercise_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Get one exercise, with cues and its easier and harder variants. */
        get: operations["get_exercise"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/workouts/{user_id}/next": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Propose today's session, with loads and the reason for each. */
        get: operations["get_next_session"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/workouts/plans/generate": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Make a training plan from the profile, the log and what is asked for; it is proposed until it is activated. */
        post: operations["generate_plan"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/workouts/{user_id}/stats": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Sum the last weeks: workouts, sets, volume, and sets by muscle. */
        get: operations["workout_stats"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/workouts/plans/{user_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List training plans by when they were made, newest first. */
        get: operations["list_plans"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/users/{user_id}/screening": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Get the questions before training, and what the answers say of clearance by a doctor. */
        get: operations["get_screening"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/habits/{user_id}/vacation": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Say whether it is vacation, and list every one. */
        get: operations["get_vacation"];
        /** Rest all habits from one day to another, or until further notice; their streaks stay as they are. */
        put: operations["go_on_vacation"];
        post?: never;
        /** Go back to all habits from today on, and call off what is planned. */
        delete: operations["end_vacation"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/goals/{user_id}/{goal_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Get one goal, as of now. */
        get: operations["get_goal"];
        /** Put another goal in its place. */
        put: operations["replace_goal"];
        post?: never;
        /** Delete a goal. */
        delete: operations["delete_goal"];
        options?: never;
        head?: never;
        /** Change some fields by JSON Merge Patch: say how a custom goal stands, or give one up. */
        patch: operations["patch_goal"];
        trace?: never;
    };
    "/api/nutrition/meals/{user_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List meals by when they were eaten, newest first. */
        get: operations["list_meals"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/nutrition/water/{user_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List drinks by when they were drunk, newest first. */
        get: operations["list_water"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/auth/sessions/{session_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** End one of one's sessions. */
        delete: operations["end_session"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/users/{user_id}/onboarding": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Save what onboarding asked; it may be skipped, resumed and repeated. */
        post: operations["onboard"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/foods/favourites/{user_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List the foods among one's favourites, the last added first. */
        get: operations["list_favourites"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/habits/{user_id}/{habit_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Get one habit, as of today. */
        get: operations["get_habit"];
        /** Put another habit in its place; the days so far are judged by it. */
        put: operations["replace_habit"];
        post?: never;
        /** Delete a habit with its check-ins. */
        delete: operations["delete_habit"];
        options?: never;
        head?: never;
        /** Change some fields by JSON Merge Patch; the days so far are judged by what comes out. */
        patch: operations["patch_habit"];
        trace?: never;
    };
    "/api/cycle/{user_id}/{period_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Get one period. */
        get: operations["get_period"];
        /** Put another period in its place. */
        put: operations["replace_period"];
        post?: never;
        /** Delete a period. */
        delete: operations["delete_period"];
        options?: never;
        head?: never;
        /** Change some fields by JSON Merge Patch: say when it ended. */
        patch: operations["patch_period"];
        trace?: never;
    };
    "/api/nutrition/summary/{user_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Sum up a day, a week or some days: totals against targets, by kind of meal, and water. */
        get: operations["get_summary"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/nutrition/targets/{user_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Show what a person aims to eat in a day and why: as they set it, or computed from profile and weight. */
        get: operations["get_targets"];
        /** Set targets of one's own; they stay until they are changed. */
        put: operations["set_targets"];
        /** Accept this week's target from the measured expenditure. */
        post: operations["accept_targets"];
        /** Let targets be computed from profile and weight again. */
        delete: operations["forget_targets"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/photos/{user_id}/{photo_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Delete a photo. */
        delete: operations["delete_photo"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/measurements/{user_id}/trend": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Show how a metric moves: its values, their level without swings, and the rate a week. */
        get: operations["measurement_trend"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/reminders/{user_id}/upcoming": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Show what comes in the next seven days, the next first. */
        get: operations["upcoming_reminders"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/recipes/{user_id}/{recipe_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Get one recipe, one's own or one for everybody, with ingredients for so many servings where these have grams. */
        get: operations["get_recipe"];
        /** Put another recipe in the place of one's own; meals that had it stay as they are. */
        put: operations["replace_recipe"];
        post?: never;
        /** Delete a recipe of one's own; meals that had it stay as they are. */
        delete: operations["delete_recipe"];
        options?: never;
        head?: never;
        /** Change some fields of one's own recipe by JSON Merge Patch. */
        patch: operations["patch_recipe"];
        trace?: never;
    };
    "/api/nutrition/meal-plans/generate": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Make a plan of meals for the days to come, by one's targets, allergies, diet, dislikes and wishes. */
        post: operations["generate_meal_plan"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/chat/actions/{action_id}/undo": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Take back what the coach did; repeating it does nothing. */
        post: operations["undo_action"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/nutrition/meals/{user_id}/copy": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Log a day's meals, or one, once more on another day. */
        post: operations["copy_meals"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/nutrition/days/{user_id}/{day}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Say whether everything that was eaten on a day is logged: the measured expenditure counts on it. */
        put: operations["mark_day"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/nutrition/meal-plans/{user_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List plans, the one that starts last first. */
        get: operations["list_meal_plans"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/workouts/{user_id}/{workout_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Get one workout. */
        get: operations["get_workout"];
        /** Put another workout in its place; day totals and bests follow. */
        put: operations["replace_workout"];
        post?: never;
        /** Delete a workout; its records and totals go with it. */
        delete: operations["delete_workout"];
        options?: never;
        head?: never;
        /** Change some fields by JSON Merge Patch; lists are replaced whole. */
        patch: operations["patch_workout"];
        trace?: never;
    };
    "/api/nutrition/expenditure/{user_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Show what a person really burns, measured from the diary and the scale, with how sure that is and why. */
        get: operations["get_expenditure"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/users/{user_id}/avatar/complete": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Say that the upload is done: the picture is checked and shown from then on. */
        post: operations["complete_avatar"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/chat/actions/{action_id}/confirm": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Do what the coach proposed; repeating it does nothing. */
        post: operations["confirm_action"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/reminders/{user_id}/{reminder_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Get one reminder. */
        get: operations["get_reminder"];
        /** Put another reminder in its place; a snooze ends. */
        put: operations["replace_reminder"];
        post?: never;
        /** Delete a reminder. */
        delete: operations["delete_reminder"];
        options?: never;
        head?: never;
        /** Change some fields by JSON Merge Patch; a snooze ends. */
        patch: operations["patch_reminder"];
        trace?: never;
    };
    "/api/chat/memory/{user_id}/{memory_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Get one note. */
        get: operations["get_memory"];
        put?: never;
        post?: never;
        /** Forget one note. */
        delete: operations["forget_memory"];
        options?: never;
        head?: never;
        /** Change a note by JSON Merge Patch. */
        patch: operations["patch_memory"];
        trace?: never;
    };
    "/api/workouts/plans/{user_id}/{plan_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Get one training plan. */
        get: operations["get_plan"];
        /** Put another plan in its place; what is unlike what it was made for is said in `warnings`. */
        put: operations["replace_plan"];
        post?: never;
        /** Delete a training plan; workouts that were done by it stay. */
        delete: operations["delete_plan"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/nutrition/meals/{user_id}/{meal_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Get one meal. */
        get: operations["get_meal"];
        /** Put another meal in its place; day totals follow. */
        put: operations["replace_meal"];
        post?: never;
        /** Delete a meal; its day's totals follow. */
        delete: operations["delete_meal"];
        options?: never;
        head?: never;
        /** Change some fields by JSON Merge Patch; items are replaced whole, those that stay keep their figures. */
        patch: operations["patch_meal"];
        trace?: never;
    };
    "/api/recipes/{user_id}/{recipe_id}/image": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Announce a picture of one's own recipe, and learn where to upload it; then complete it. */
        put: operations["announce_recipe_image"];
        post?: never;
        /** Remove the picture of a recipe. */
        delete: operations["delete_recipe_image"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/users/{user_id}/devices/{device_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Register a device for push, at each start of the app; its token is taken from any other account. */
        put: operations["register_device"];
        post?: never;
        /** Remove a device. */
        delete: operations["remove_device"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/habits/{user_id}/{habit_id}/calendar": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Show what each day was: due, done, paused or missed. */
        get: operations["get_habit_calendar"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/nutrition/water/{user_id}/{water_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Delete a drink; its day's water follows. */
        delete: operations["delete_water"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/foods/favourites/{user_id}/{food_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Put a food, or a recipe, among the favourites. */
        put: operations["add_favourite"];
        post?: never;
        /** Take a food, or a recipe, from the favourites. */
        delete: operations["remove_favourite"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/photos/{user_id}/{photo_id}/complete": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Say that the upload is done: it is checked, freed of its metadata, and shown from then on. */
        post: operations["complete_photo"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/measurements/{user_id}/{measurement_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Get one measurement. */
        get: operations["get_measurement"];
        /** Put another measurement in its place. */
        put: operations["replace_measurement"];
        post?: never;
        /** Delete a measurement. */
        delete: operations["delete_measurement"];
        options?: never;
        head?: never;
        /** Change some fields by JSON Merge Patch. */
        patch: operations["patch_measurement"];
        trace?: never;
    };
    "/api/nutrition/meal-plans/{user_id}/{plan_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Get one plan. */
        get: operations["get_meal_plan"];
        /** Put another plan in its place: as it was read, with other items. It need not keep to any constraint. */
        put: operations["replace_meal_plan"];
        post?: never;
        /** Delete a plan. Meals that were logged from it stay. */
        delete: operations["delete_meal_plan"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/reminders/{user_id}/{reminder_id}/snooze": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Be reminded again in some minutes, or at the reminder's next time, if that is sooner. */
        post: operations["snooze_reminder"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/workouts/{user_id}/exercises/{exercise_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Show an exercise's sessions, bests and trend. */
        get: operations["exercise_history"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/habits/{user_id}/{habit_id}/checkins/{day}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Say what was done on a day, today or past; the same again changes nothing. */
        put: operations["check_in"];
        post?: never;
        /** Take back what was said of a day. */
        delete: operations["take_back_checkin"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/workouts/plans/{user_id}/{plan_id}/activate": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Train by this plan from now on; the one that was active is done, and kept. */
        post: operations["activate_plan"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/recipes/{user_id}/{recipe_id}/image/complete": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Say that the upload is done: the picture is checked and shown with the recipe from then on. */
        post: operations["complete_recipe_image"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/nutrition/meal-plans/{user_id}/{plan_id}/swap": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Put another meal in the place of one; the rest of the day stays, and the day keeps to its constraints.
         * @description With `lang=es`, words of both languages are understood in a wish.
         */
        post: operations["swap_meal"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/nutrition/meal-plans/{user_id}/{plan_id}/groceries": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List what a plan, or some of its days, needs from the shop, by aisle. */
        get: operations["get_groceries"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
}
export type webhooks = Record<string, never>;
export interface components {
    schemas: {
        /**
         * AcceptIn
         * @description Take this week's target from the measured expenditure. `starts_on` is its Monday, as it was shown.
         * @example {
         *       "accept": true,
         *       "starts_on": "2026-11-23"
         *     }
         */
        AcceptIn: {
            /**
             * Accept
             * @constant
             */
            accept: true;
            /**
             * Starts On
             * Format: date
             */
            starts_on: string;
        };
        /**
         * Achievement
         * @description `text` says what was done, with its figures; `share` is what one may pass on to friends.
         */
        Achievement: {
            /** Id */
            id: string;
            /** Title */
            title: string;
            /** Text */
            text: string;
            /** Share */
            share: string;
            /**
             * Earned On
             * Format: date
             */
            earned_on: string;
            /**
             * Awarded At
             * Format: date-time
             */
            awarded_at: string;
            /** Value */
            value: number;
            /** Evidence */
            evidence: components["schemas"]["Evidence"][];
        };
        /**
         * Achievements
         * @description A page of what somebody has, newest first. `earned` names what this call found, `of` is how many there are to earn.
         */
        Achievements: {
            /** Items */
            items: components["schemas"]["Achievement"][];
            /** Next Cursor */
            next_cursor: string | null;
            /** Earned */
            earned: string[];
            /** Of */
            of: number;
        };
        /**
         * Action
         * @description What the coach would write, or has written once it was confirmed.
         */
        Action: {
            /**
             * Id
             * Format: uuid
             */
            id: string;
            /** Tool */
            tool: string;
            /** Summary */
            summary: string;
            /**
             * Status
             * @enum {string}
             */
            status: "proposed" | "done" | "undone";
        };
        /**
         * AddressIn
         * @description Exactly one of the two. A phone number without a country code is taken to be of the configured region.
         * @example {
         *       "email": "ana@example.com"
         *     }
         */
        AddressIn: {
            /**
             * Phone
             * @default null
             */
            phone?: string | null;
            /**
             * Email
             * @default null
             */
            email?: string | null;
        };
        /** Alive */
        Alive: {
            /** Ok */
            ok: boolean;
        };
        /**
         * Allowance
         * @description Tokens of a model that costs money: those that were used, and how many there are.
         */
        Allowance: {
            /** Tokens */
            tokens: number;
            /** Limit */
            limit: number;
        };
        /**
         * Alternative
         * @description What the same words may mean as well, and what that much of it weighs.
         */
        Alternative: {
            /** Food Id */
            food_id: string;
            /** Name */
            name: string;
            /** Grams */
            grams: number;
        };
        /**
         * Announced
         * @description `upload` is null when the photo is there already.
         */
        Announced: {
            photo: components["schemas"]["Photo"];
            upload: components["schemas"]["UploadTo"] | null;
        };
        /**
         * AppleIn
         * @description `nonce` as the app made it; `name` comes from Apple's first answer only, which the app passes on.
         * @example {
         *       "id_token": "eyJhbGciOiJSUzI1NiIsImtpZCI6..."
         *     }
         */
        AppleIn: {
            /** Id Token */
            id_token: string;
            /**
             * Nonce
             * @default null
             */
            nonce?: string | null;
            /**
             * Name
             * @default null
             */
            name?: string | null;
        };
        /**
         * ArticlePassage
         * @description A paragraph of an article, with the sources that it cites.
         */
        ArticlePassage: {
            /** Slug */
            slug: string;
            /** Title */
            title: string;
            /** Text */
            text: string;
            /** Sources */
            sources: components["schemas"]["ArticleSource"][];
        };
        /**
         * ArticlePassageList
         * @description A page, newest first. `next_cursor` is null on the last one.
         */
        ArticlePassageList: {
            /** Items */
            items: components["schemas"]["ArticlePassage"][];
            /** Next Cursor */
            next_cursor: string | null;
        };
        /**
         * ArticleSource
         * @description What the text cites as [`number`]; `published_in` is a journal, or the document of the body that issued it.
         */
        ArticleSource: {
            /** Number */
            number: number;
            /** Authors */
            authors: string;
            /** Year */
            year: number;
            /** Title */
            title: string;
            /** Published In */
            published_in: string;
            /** Doi */
            doi: string | null;
            /** Url */
            url: string | null;
        };
        /** ArticleTitle */
        ArticleTitle: {
            /** Slug */
            slug: string;
            /** Title */
            title: string;
            /** Topics */
            topics: components["schemas"]["Topic"][];
        };
        /**
         * ArticleTitleList
         * @description A page, newest first. `next_cursor` is null on the last one.
         */
        ArticleTitleList: {
            /** Items */
            items: components["schemas"]["ArticleTitle"][];
            /** Next Cursor */
            next_cursor: string | null;
        };
        /**
         * Batch
         * @description What is stored, in the order in which it was sent.
         */
        Batch: {
            /** Items */
            items: components["schemas"]["Measurement"][];
        };
        /**
         * BatchIn
         * @description What one weighing on a scale, or one look at a device, gave: all of it is saved, or nothing.
         * @example {
         *       "items": [
         *         {
         *           "metric": "weight_kg",
         *           "taken_at": "2026-11-23T07:10:00+01:00",
         *           "value": 71.4
         *         },
         *         {
         *           "metric": "body_fat_pct",
         *           "taken_at": "2026-11-23T07:10:00+01:00",
         *           "value": 21.5
         *         }
         *       ]
         *     }
         */
        BatchIn: {
            /** Items */
            items: components["schemas"]["MeasurementIn"][];
        };
        /** Best */
        Best: {
            /** Value */
            value: number;
            /**
             * Workout Id
             * Format: uuid
             */
            workout_id: string;
            /**
             * At
             * Format: date-time
             */
            at: string;
        };
        /**
         * BrokenRecord
         * @description A personal record that this workout broke, as things stood when it was logged.
         */
        BrokenRecord: {
            /** Exercise Id */
            exercise_id: string;
            /**
             * Metric
             * @enum {string}
             */
            metric: "e1rm_kg" | "weight_kg" | "volume_kg" | "reps" | "duration_s" | "distance_m";
            /** Value */
            value: number;
            /**
             * Previous
             * @default null
             */
            previous?: number | null;
        };
        /** Calendar */
        Calendar: {
            /**
             * Habit Id
             * Format: uuid
             */
            habit_id: string;
            /** Days */
            days: components["schemas"]["CalendarDay"][];
            /** Weeks */
            weeks: components["schemas"]["CalendarWeek"][];
        };
        /**
         * CalendarDay
         * @description `missed` is said once the day is over. By times a week no day is missed: see `weeks`.
         */
        CalendarDay: {
            /**
             * Day
             * Format: date
             */
            day: string;
            /** Due */
            due: boolean;
            /** Done */
            done: boolean;
            /** Paused */
            paused: boolean;
            /** Missed */
            missed: boolean;
            /**
             * Value
             * @default null
             */
            value?: number | null;
            /**
             * Note
             * @default null
             */
            note?: string | null;
        };
        /**
         * CalendarWeek
         * @description A week, by its Monday, of a habit by times a week: how many days of it were done.
         */
        CalendarWeek: {
            /**
             * Week
             * Format: date
             */
            week: string;
            /** Done */
            done: number;
            /** Count */
            count: number;
            /** Missed */
            missed: boolean;
        };
        /**
         * Card
         * @description Something to look at: `type` says what `data` is.
         */
        Card: {
            /** Type */
            type: string;
            /** Data */
            data: {
                [key: string]: unknown;
            };
        };
        /**
         * Change
         * @description A wish that would make a plan possible: the field of the request, its value, and the same in words.
         */
        Change: {
            /** Field */
            field: string;
            /** Value */
            value: number | boolean | string[];
            /** Text */
            text: string;
        };
        /** Chat */
        Chat: {
            /**
             * Id
             * Format: uuid
             */
            id: string;
            /** Title */
            title: string;
            /**
             * Created At
             * Format: date-time
             */
            created_at: string;
            /**
             * Updated At
             * Format: date-time
             */
            updated_at: string;
            /**
             * Earlier
             * @description A line for each turn before the last ones: what a model is told of them.
             * @default []
             */
            earlier?: string[];
            /**
             * Earlier Until
             * @default null
             */
            earlier_until?: string | null;
        };
        /**
         * ChatList
         * @description A page, newest first. `next_cursor` is null on the last one.
         */
        ChatList: {
            /** Items */
            items: components["schemas"]["Chat"][];
            /** Next Cursor */
            next_cursor: string | null;
        };
        /**
         * ChatMessageIn
         * @description What a person says. With an `id` of the client's the same can be sent again without being answered twice.
         * @example {
         *       "message": "How is my bench press going?"
         *     }
         */
        ChatMessageIn: {
            /** Message */
            message: string;
            /**
             * Chat Id
             * @default null
             */
            chat_id?: string | null;
            /**
             * Id
             * @default null
             */
            id?: string | null;
        };
        /**
         * Checkin
         * @description A check-in as stored.
         */
        Checkin: {
            /**
             * Value
             * @default null
             */
            value?: number | null;
            /**
             * Note
             * @default null
             */
            note?: string | null;
            /** Id */
            id: string;
            /**
             * Habit Id
             * Format: uuid
             */
            habit_id: string;
            /**
             * Day
             * Format: date
             */
            day: string;
            /** Cleared */
            cleared: boolean;
        };
        /**
         * CheckinIn
         * @description What was done on a day. `value` counts to the target (without one it is done); for a habit to quit, slips.
         * @example {}
         * @example {
         *       "note": "Felt easy",
         *       "value": 2250
         *     }
         */
        CheckinIn: {
            /**
             * Value
             * @default null
             */
            value?: number | null;
            /**
             * Note
             * @default null
             */
            note?: string | null;
        };
        /**
         * Clash
         * @description Constraints that cannot be met together, in words, and the least changes of which each alone would do.
         *
         *     `certain`: it is proved that they cannot; else no plan was found in the time that there is.
         */
        Clash: {
            /** Constraints */
            constraints: ("energy" | "protein" | "fibre" | "upper_limits" | "sodium" | "net_carbs" | "cooking_time" | "dislikes" | "diet" | "allergies" | "variety" | "repeats")[];
            /** Text */
            text: string;
            /**
             * Certain
             * @default true
             */
            certain?: boolean;
            /**
             * Changes
             * @default []
             */
            changes?: components["schemas"]["Change"][];
        };
        /** CoachPreferences */
        CoachPreferences: {
            /**
             * Gender
             * @default null
             */
            gender?: ("female" | "male" | "neutral") | null;
            /**
             * Style
             * @default null
             */
            style?: ("gentle" | "direct" | "drill") | null;
        };
        /**
         * CodeIn
         * @example {
         *       "code": "123456"
         *     }
         */
        CodeIn: {
            /** Code */
            code: string;
        };
        /**
         * CodeSentOut
         * @description Seconds until the code expires, and until another may be asked for.
         */
        CodeSentOut: {
            /**
             * Channel
             * @enum {string}
             */
            channel: "phone" | "email";
            /** Expires In */
            expires_in: number;
            /** Retry After */
            retry_after: number;
        };
        /**
         * Copied
         * @description The meals that a copy made, in the order in which they were eaten.
         */
        Copied: {
            /** Items */
            items: components["schemas"]["Meal"][];
        };
        /**
         * CopyIn
         * @description Meals to log once more on another day, at the same local time: all of `from_day`, or the one meal.
         *
         *     With `ids`, one for each meal in the order in which they were eaten, the same can be sent again without harm.
         * @example {
         *       "from_day": "2026-11-22",
         *       "slot": "breakfast",
         *       "to_day": "2026-11-23"
         *     }
         */
        CopyIn: {
            /**
             * From Day
             * @default null
             */
            from_day?: string | null;
            /**
             * Meal Id
             * @default null
             */
            meal_id?: string | null;
            /**
             * To Day
             * Format: date
             */
            to_day: string;
            /**
             * Slot
             * @default null
             */
            slot?: ("breakfast" | "lunch" | "dinner" | "snack") | null;
            /**
             * Ids
             * @default null
             */
            ids?: string[] | null;
        };
        /**
         * Counts
         * @description How many records of a kind were taken, were here already, differ from what is here and stays, were refused.
         */
        Counts: {
            /** New */
            new: number;
            /** Same */
            same: number;
            /** Conflict */
            conflict: number;
            /** Rejected */
            rejected: number;
        };
        /**
         * Cycle
         * @description A page of the log, newest first, with what it predicts. `tracking` says whether it is switched on.
         */
        Cycle: {
            /** Tracking */
            tracking: boolean;
            /** Items */
            items: components["schemas"]["Period"][];
            /** Next Cursor */
            next_cursor: string | null;
            /** @default null */
            prediction?: components["schemas"]["Prediction"] | null;
            /** Notice */
            notice: string;
        };
        /**
         * CycleLength
         * @description How long a cycle takes in days, from `cycles` own ones and what is usual, and how far single ones stray (SD).
         */
        CycleLength: {
            /** Mean */
            mean: number;
            /** Sd */
            sd: number;
            /** Cycles */
            cycles: number;
            /**
             * Regularity
             * @enum {string}
             */
            regularity: "unknown" | "regular" | "irregular";
        };
        /**
         * DayTargets
         * @description What a person aims at in a day, with the reasons; none while `missing` names what a profile lacks for it.
         */
        DayTargets: {
            /** @default null */
            targets?: components["schemas"]["Targets"] | null;
            /**
             * Why
             * @default []
             */
            why?: string[];
            /**
             * Missing
             * @default []
             */
            missing?: string[];
        };
        /** Dependency */
        Dependency: {
            /** Ok */
            ok: boolean;
            /** Ms */
            ms: number;
        };
        /**
         * DeviceIn
         * @description Where to push to. The app sends it at each start: a token that it has not sent for 270 days is forgotten.
         * @example {
         *       "app_version": "1.0.2",
         *       "platform": "ios",
         *       "token": "ExponentPushToken[x1Y2z3]"
         *     }
         */
        DeviceIn: {
            /**
             * Platform
             * @enum {string}
             */
            platform: "ios" | "android" | "web";
            /** Token */
            token: string;
            /**
             * App Version
             * @default null
             */
            app_version?: string | null;
            /**
             * Locale
             * @default null
             */
            locale?: string | null;
        };
        /**
         * DiaryDay
         * @description The same as stored; `id` is the local day.
         */
        DiaryDay: {
            /** Complete */
            complete: boolean;
            /**
             * Id
             * Format: date
             */
            id: string;
        };
        /**
         * DiaryDayBody
         * @description What a person says of a day of their diary: `complete`, everything that they ate is logged.
         */
        DiaryDayBody: {
            /** Complete */
            complete: boolean;
        };
        /** Dietary */
        Dietary: {
            /**
             * Pattern
             * @default null
             */
            pattern?: ("omnivore" | "pescatarian" | "vegetarian" | "vegan" | "halal" | "kosher" | "keto" | "paleo") | null;
            /**
             * Allergies
             * @default []
             */
            allergies?: string[];
            /**
             * Dislikes
             * @default []
             */
            dislikes?: string[];
        };
        /**
         * Due
         * @description One time that a reminder comes.
         */
        Due: {
            /**
             * Reminder Id
             * Format: uuid
             */
            reminder_id: string;
            /**
             * Kind
             * @enum {string}
             */
            kind: "workout" | "meal" | "water" | "habit" | "measurement" | "custom";
            /** Title */
            title: string;
            /**
             * Due At
             * Format: date-time
             */
            due_at: string;
        };
        /**
         * DueHabit
         * @description `due`: it asks for something today, done or not. `streak` counts days or weeks, as the habit does.
         */
        DueHabit: {
            /**
             * Id
             * Format: uuid
             */
            id: string;
            /** Name */
            name: string;
            /** Due */
            due: boolean;
            /** Done */
            done: boolean;
            /** Streak */
            streak: number;
        };
        /**
         * Eaten
         * @description What was logged today. A nutrient that no item gives is absent; `unknown` counts the items that lack one.
         */
        Eaten: {
            /**
             * Energy Kcal
             * @default null
             */
            energy_kcal?: number | null;
            /**
             * Protein G
             * @default null
             */
            protein_g?: number | null;
            /**
             * Carbs G
             * @default null
             */
            carbs_g?: number | null;
            /**
             * Fat G
             * @default null
             */
            fat_g?: number | null;
            /**
             * Fiber G
             * @default null
             */
            fiber_g?: number | null;
            /** Water Ml */
            water_ml: number;
            /** Unknown */
            unknown: {
                [key: string]: number;
            };
        };
        /**
         * EatenItem
         * @description An item as stored. A nutrient that the source does not give is absent, never 0.
         */
        EatenItem: {
            /**
             * Food Id
             * @default null
             */
            food_id?: string | null;
            /**
             * Recipe Id
             * @default null
             */
            recipe_id?: string | null;
            /**
             * Custom
             * @default null
             */
            custom?: true | null;
            /** Name */
            name: string;
            /** Amount */
            amount: number;
            /** Unit */
            unit: string;
            /**
             * Grams
             * @default null
             */
            grams?: number | null;
            nutrients: components["schemas"]["Nutrients"];
        };
        /**
         * Evidence
         * @description Where the figure comes from, such as `workout:<id>`.
         */
        Evidence: {
            /** Label */
            label: string;
            /** Ref */
            ref: string;
        };
        /**
         * Exercise
         * @description One entry of the library, or a person's own. `met` is the energy cost in MET, `increment_kg` the smallest step.
         */
        Exercise: {
            /** Id */
            id: string;
            /** Name */
            name: string;
            /**
             * Aliases
             * @default []
             */
            aliases?: string[];
            /**
             * Pattern
             * @enum {string}
             */
            pattern: "squat" | "hinge" | "lunge" | "horizontal_push" | "vertical_push" | "horizontal_pull" | "vertical_pull" | "elbow_flexion" | "elbow_extension" | "shoulder_isolation" | "chest_isolation" | "knee_extension" | "knee_flexion" | "hip_isolation" | "calf" | "grip" | "neck" | "core" | "carry" | "olympic" | "jump" | "conditioning" | "mobility";
            /**
             * Equipment
             * @default []
             */
            equipment?: ("barbell" | "dumbbell" | "kettlebell" | "cable" | "machine" | "smith_machine" | "band" | "bench" | "rack" | "pull_up_bar" | "dip_bars" | "rings" | "suspension_trainer" | "trap_bar" | "ez_bar" | "landmine" | "medicine_ball" | "stability_ball" | "ab_wheel" | "box" | "step" | "sled" | "plate" | "sandbag" | "log" | "stones" | "yoke" | "farmers_handles" | "tyre" | "battle_ropes" | "jump_rope" | "rower" | "ski_erg" | "treadmill" | "bike" | "air_bike" | "elliptical" | "stair_climber" | "foam_roller" | "pool" | "roman_chair" | "preacher_bench" | "neck_harness" | "belt" | "sport_gear")[];
            /**
             * Unilateral
             * @default false
             */
            unilateral?: boolean;
            /**
             * Metric
             * @enum {string}
             */
            metric: "reps_load" | "bodyweight" | "time" | "distance";
            /** Muscles */
            muscles: components["schemas"]["MuscleShare"][];
            /**
             * Met
             * @default null
             */
            met?: number | null;
            /**
             * Increment Kg
             * @default null
             */
            increment_kg?: number | null;
            /**
             * Cues
             * @default []
             */
            cues?: string[];
            /**
             * Easier
             * @default []
             */
            easier?: string[];
            /**
             * Harder
             * @default []
             */
            harder?: string[];
        };
        /** ExerciseHistory */
        ExerciseHistory: {
            /** Exercise Id */
            exercise_id: string;
            /** Name */
            name: string;
            /** Bests */
            bests: {
                [key: string]: components["schemas"]["Best"];
            };
            /** Sessions */
            sessions: components["schemas"]["PerformedSession"][];
            /** @default null */
            trend?: components["schemas"]["Trend"] | null;
            /**
             * Next Cursor
             * @default null
             */
            next_cursor?: string | null;
        };
        /**
         * ExerciseIn
         * @description An exercise of one's own. With an `id` of the client's the same can be sent again without harm.
         * @example {
         *       "equipment": [
         *         "barbell",
         *         "landmine"
         *       ],
         *       "increment_kg": 2.5,
         *       "metric": "reps_load",
         *       "muscles": [
         *         {
         *           "muscle": "obliques",
         *           "share": 1
         *         },
         *         {
         *           "muscle": "abs",
         *           "share": 0.5
         *         }
         *       ],
         *       "name": "Landmine twist",
         *       "pattern": "core"
         *     }
         */
        ExerciseIn: {
            /** Name */
            name: string;
            /**
             * Aliases
             * @default []
             */
            aliases?: string[];
            /**
             * Pattern
             * @enum {string}
             */
            pattern: "squat" | "hinge" | "lunge" | "horizontal_push" | "vertical_push" | "horizontal_pull" | "vertical_pull" | "elbow_flexion" | "elbow_extension" | "shoulder_isolation" | "chest_isolation" | "knee_extension" | "knee_flexion" | "hip_isolation" | "calf" | "grip" | "neck" | "core" | "carry" | "olympic" | "jump" | "conditioning" | "mobility";
            /**
             * Equipment
             * @default []
             */
            equipment?: ("barbell" | "dumbbell" | "kettlebell" | "cable" | "machine" | "smith_machine" | "band" | "bench" | "rack" | "pull_up_bar" | "dip_bars" | "rings" | "suspension_trainer" | "trap_bar" | "ez_bar" | "landmine" | "medicine_ball" | "stability_ball" | "ab_wheel" | "box" | "step" | "sled" | "plate" | "sandbag" | "log" | "stones" | "yoke" | "farmers_handles" | "tyre" | "battle_ropes" | "jump_rope" | "rower" | "ski_erg" | "treadmill" | "bike" | "air_bike" | "elliptical" | "stair_climber" | "foam_roller" | "pool" | "roman_chair" | "preacher_bench" | "neck_harness" | "belt" | "sport_gear")[];
            /**
             * Unilateral
             * @default false
             */
            unilateral?: boolean;
            /**
             * Metric
             * @enum {string}
             */
            metric: "reps_load" | "bodyweight" | "time" | "distance";
            /** Muscles */
            muscles: components["schemas"]["MuscleShare"][];
            /**
             * Met
             * @default null
             */
            met?: number | null;
            /**
             * Increment Kg
             * @default null
             */
            increment_kg?: number | null;
            /**
             * Cues
             * @default []
             */
            cues?: string[];
            /**
             * Id
             * @default null
             */
            id?: string | null;
        };
        /**
         * ExerciseList
         * @description A page, newest first. `next_cursor` is null on the last one.
         */
        ExerciseList: {
            /** Items */
            items: components["schemas"]["Exercise"][];
            /** Next Cursor */
            next_cursor: string | null;
        };
        /**
         * ExerciseList
         * @description A page, newest first. `next_cursor` is null on the last one.
         */
        ExerciseList1: {
            /** Items */
            items: components["schemas"]["Exercise"][];
            /** Next Cursor */
            next_cursor: string | null;
        };
        /**
         * Expenditure
         * @description What a person really burns. `missing` names what a profile lacks for it; `week` is null before enough is logged.
         */
        Expenditure: {
            /** Missing */
            missing: string[];
            /** @default null */
            formula?: components["schemas"]["Formula"] | null;
            /**
             * Expenditure Kcal
             * @default null
             */
            expenditure_kcal?: number | null;
            /**
             * Low
             * @default null
             */
            low?: number | null;
            /**
             * High
             * @default null
             */
            high?: number | null;
            /** @default null */
            explanation?: components["schemas"]["ExplainedExpenditure"] | null;
            /** @default null */
            week?: components["schemas"]["WeekTarget"] | null;
            /** Series */
            series: components["schemas"]["ExpenditureDay"][];
        };
        /**
         * ExpenditureDay
         * @description What was known at the end of a day, in kcal with a 90 % interval; `weight_kg` without swings of water.
         *
         *     `intake_kcal`, `weighed_kg` are what was logged; `complete` how likely the log is the whole day's.
         */
        ExpenditureDay: {
            /**
             * Day
             * Format: date
             */
            day: string;
            /** Expenditure Kcal */
            expenditure_kcal: number;
            /** Low */
            low: number;
            /** High */
            high: number;
            /**
             * Weight Kg
             * @default null
             */
            weight_kg?: number | null;
            /**
             * Weighed Kg
             * @default null
             */
            weighed_kg?: number | null;
            /**
             * Intake Kcal
             * @default null
             */
            intake_kcal?: number | null;
            /**
             * Complete
             * @default null
             */
            complete?: number | null;
            /** Paused */
            paused: boolean;
        };
        /**
         * ExplainedExpenditure
         * @description What the estimate stands on: counts of the last `days`, means in kcal a day, and sentences.
         */
        ExplainedExpenditure: {
            /** Days */
            days: number;
            /** Logged */
            logged: number;
            /** Partly Logged */
            partly_logged: number;
            /** Weigh Ins */
            weigh_ins: number;
            /**
             * Intake Kcal
             * @default null
             */
            intake_kcal?: number | null;
            /**
             * Weight Change Kg
             * @default null
             */
            weight_change_kg?: number | null;
            /**
             * Stored Kcal
             * @default null
             */
            stored_kcal?: number | null;
            /** Why */
            why: string[];
        };
        /**
         * FactorIn
         * @description A code of the authenticator, or one of the recovery codes.
         * @example {
         *       "code": "123456"
         *     }
         */
        FactorIn: {
            /**
             * Code
             * @default null
             */
            code?: string | null;
            /**
             * Recovery Code
             * @default null
             */
            recovery_code?: string | null;
        };
        /**
         * Food
         * @description A food. `name` is what a person reads; `source_name` is that of its source, where it is another.
         *
         *     `licence` and `attribution` are to be shown with it, where its source asks for that.
         */
        Food: {
            /** Id */
            id: string;
            /** Name */
            name: string;
            /**
             * Source Name
             * @default null
             */
            source_name?: string | null;
            /**
             * Brand
             * @default null
             */
            brand?: string | null;
            /** Source */
            source: string;
            /**
             * Licence
             * @default null
             */
            licence?: string | null;
            /**
             * Attribution
             * @default null
             */
            attribution?: string | null;
            /** @default {} */
            per_100g?: components["schemas"]["Per100g"];
            /**
             * Portions
             * @default []
             */
            portions?: components["schemas"]["Portion"][];
            /**
             * Barcode
             * @default null
             */
            barcode?: string | null;
        };
        /**
         * FoodIn
         * @description A food of one's own to save. With an `id` of the client's the same can be sent again without harm.
         * @example {
         *       "brand": "Corner bakery",
         *       "name": "Oat bar, cocoa",
         *       "per_100g": {
         *         "carbs_g": 58,
         *         "energy_kcal": 412,
         *         "fat_g": 14,
         *         "fiber_g": 7.2,
         *         "protein_g": 9.5
         *       },
         *       "portions": [
         *         {
         *           "amount": 1,
         *           "grams": 45,
         *           "label": "bar"
         *         }
         *       ]
         *     }
         */
        FoodIn: {
            /** Name */
            name: string;
            /**
             * Brand
             * @default null
             */
            brand?: string | null;
            /** @default {} */
            per_100g?: components["schemas"]["Per100g"];
            /**
             * Portions
             * @default []
             */
            portions?: components["schemas"]["Portion"][];
            /**
             * Barcode
             * @default null
             */
            barcode?: string | null;
            /**
             * Id
             * @default null
             */
            id?: string | null;
        };
        /**
         * FoodList
         * @description A page, newest first. `next_cursor` is null on the last one.
         */
        FoodList: {
            /** Items */
            items: components["schemas"]["Food"][];
            /** Next Cursor */
            next_cursor: string | null;
        };
        /**
         * FoodList
         * @description A page, newest first. `next_cursor` is null on the last one.
         */
        FoodList1: {
            /** Items */
            items: components["schemas"]["Food"][];
            /** Next Cursor */
            next_cursor: string | null;
        };
        /** FoodPatch */
        FoodPatch: {
            /**
             * Name
             * @default null
             */
            name?: string | null;
            /**
             * Brand
             * @default null
             */
            brand?: string | null;
            /** @default null */
            per_100g?: components["schemas"]["Per100g"] | null;
            /**
             * Portions
             * @default null
             */
            portions?: components["schemas"]["Portion"][] | null;
            /**
             * Barcode
             * @default null
             */
            barcode?: string | null;
        };
        /**
         * Formula
         * @description What formulas alone expect: resting energy times activity.
         */
        Formula: {
            /** Expenditure Kcal */
            expenditure_kcal: number;
            /** Source */
            source: string;
        };
        /**
         * GenerateIn
         * @description A plan to make. With an `id` of the client's the same can be sent again without harm.
         *
         *     `same_protein` allows lunch and dinner of a day to have the same main source of protein. Another `seed` makes
         *     another plan out of the same wishes.
         * @example {
         *       "days": 7,
         *       "meals_per_day": 4,
         *       "weekday_max_minutes": 30
         *     }
         */
        GenerateIn: {
            /**
             * Days
             * @default 7
             */
            days?: number;
            /**
             * Meals Per Day
             * @default 4
             */
            meals_per_day?: number;
            /**
             * Max Minutes
             * @default null
             */
            max_minutes?: number | null;
            /**
             * Weekday Max Minutes
             * @default null
             */
            weekday_max_minutes?: number | null;
            /**
             * Day Max Minutes
             * @default null
             */
            day_max_minutes?: number | null;
            /**
             * Energy Kcal
             * @default null
             */
            energy_kcal?: number | null;
            /**
             * Protein G
             * @default null
             */
            protein_g?: number | null;
            /**
             * Fiber G
             * @default null
             */
            fiber_g?: number | null;
            /**
             * Max Sodium Mg
             * @default null
             */
            max_sodium_mg?: number | null;
            /**
             * Pattern
             * @default null
             */
            pattern?: ("omnivore" | "pescatarian" | "vegetarian" | "vegan" | "halal" | "kosher" | "keto" | "paleo") | null;
            /**
             * Without
             * @default []
             */
            without?: string[];
            /**
             * Max Repeats
             * @default 2
             */
            max_repeats?: number;
            /**
             * Leftovers
             * @default false
             */
            leftovers?: boolean;
            /**
             * Same Protein
             * @default false
             */
            same_protein?: boolean;
            /**
             * Budget
             * @default false
             */
            budget?: boolean;
            /**
             * Seed
             * @default 0
             */
            seed?: number;
            /**
             * Id
             * @default null
             */
            id?: string | null;
            /**
             * Starts On
             * @default null
             */
            starts_on?: string | null;
        };
        /**
         * Given
         * @description What a plan was made for. `equipment` null: not known, so a full gym is assumed.
         */
        Given: {
            /**
             * Goal
             * @default health
             * @enum {string}
             */
            goal?: "lose" | "maintain" | "gain" | "perform" | "health";
            /** @default beginner */
            level?: components["schemas"]["Level"];
            /**
             * Weeks
             * @default 6
             */
            weeks?: number;
            /**
             * Days Per Week
             * @default 3
             */
            days_per_week?: number;
            /**
             * Minutes
             * @default 60
             */
            minutes?: number;
            /**
             * Equipment
             * @default null
             */
            equipment?: ("barbell" | "dumbbell" | "kettlebell" | "cable" | "machine" | "smith_machine" | "band" | "bench" | "rack" | "pull_up_bar" | "dip_bars" | "rings" | "suspension_trainer" | "trap_bar" | "ez_bar" | "landmine" | "medicine_ball" | "stability_ball" | "ab_wheel" | "box" | "step" | "sled" | "plate" | "sandbag" | "log" | "stones" | "yoke" | "farmers_handles" | "tyre" | "battle_ropes" | "jump_rope" | "rower" | "ski_erg" | "treadmill" | "bike" | "air_bike" | "elliptical" | "stair_climber" | "foam_roller" | "pool" | "roman_chair" | "preacher_bench" | "neck_harness" | "belt" | "sport_gear")[] | null;
            /**
             * Injuries
             * @default []
             */
            injuries?: string[];
            /**
             * Focus
             * @default []
             */
            focus?: ("chest" | "front_delts" | "side_delts" | "rear_delts" | "rotator_cuff" | "triceps" | "biceps" | "forearms" | "lats" | "upper_back" | "traps" | "lower_back" | "abs" | "obliques" | "hip_flexors" | "glutes" | "quads" | "hamstrings" | "adductors" | "abductors" | "calves" | "shins" | "neck")[];
            /**
             * Avoid Exercises
             * @default []
             */
            avoid_exercises?: string[];
            /**
             * Avoid Muscles
             * @default []
             */
            avoid_muscles?: ("chest" | "front_delts" | "side_delts" | "rear_delts" | "rotator_cuff" | "triceps" | "biceps" | "forearms" | "lats" | "upper_back" | "traps" | "lower_back" | "abs" | "obliques" | "hip_flexors" | "glutes" | "quads" | "hamstrings" | "adductors" | "abductors" | "calves" | "shins" | "neck")[];
            /**
             * Careful
             * @default false
             */
            careful?: boolean;
            /**
             * Effort
             * @default 0
             */
            effort?: number;
            /**
             * Deloads
             * @default []
             */
            deloads?: number[];
        };
        /**
         * Goal
         * @description A goal as read. `reached_on` is the day from which on it is known to be reached, and stays so.
         */
        Goal: {
            /**
             * Kind
             * @enum {string}
             */
            kind: "weight" | "strength" | "habit" | "cardio" | "measurement" | "custom";
            /** Title */
            title: string;
            /** Metric */
            metric: ("e1rm_kg" | "weight_kg" | "volume_kg" | "reps" | "duration_s" | "distance_m" | "time_s") | ("streak" | "strength" | "checkins") | ("weight_kg" | "height_cm" | "body_fat_pct" | "lean_mass_kg" | "muscle_mass_kg" | "body_water_pct" | "waist_cm" | "hip_cm" | "chest_cm" | "shoulders_cm" | "neck_cm" | "arm_cm" | "forearm_cm" | "thigh_cm" | "calf_cm" | "resting_hr_bpm" | "hrv_ms" | "systolic_mmhg" | "diastolic_mmhg" | "spo2_pct" | "respiratory_rate_bpm" | "temperature_c" | "vo2max_ml_kg_min" | "glucose_mmol_l" | "sleep_h" | "steps" | "distance_m" | "floors" | "active_energy_kcal" | "mood_1_5" | "energy_1_5" | "soreness_1_5" | "stress_1_5") | "value";
            /** Target Value */
            target_value: number;
            /**
             * Start Value
             * @default null
             */
            start_value?: number | null;
            /**
             * Start On
             * Format: date
             */
            start_on: string;
            /**
             * Due On
             * @default null
             */
            due_on?: string | null;
            /**
             * Exercise Id
             * @default null
             */
            exercise_id?: string | null;
            /**
             * Habit Id
             * @default null
             */
            habit_id?: string | null;
            /**
             * Distance M
             * @default null
             */
            distance_m?: number | null;
            /**
             * Current Value
             * @default null
             */
            current_value?: number | null;
            /**
             * Unit
             * @default null
             */
            unit?: string | null;
            /**
             * Note
             * @default null
             */
            note?: string | null;
            /**
             * Status
             * @default active
             * @enum {string}
             */
            status?: "active" | "reached" | "abandoned";
            /**
             * Id
             * Format: uuid
             */
            id: string;
            /**
             * Reached On
             * @default null
             */
            reached_on?: string | null;
            /**
             * History
             * @default []
             */
            history?: components["schemas"]["Said"][];
            progress: components["schemas"]["Progress"];
            /** Why */
            why: string;
            /**
             * Warnings
             * @default []
             */
            warnings?: string[];
        };
        /**
         * GoalIn
         * @description A goal to save. With an `id` of the client's the same can be sent again without harm.
         * @example {
         *       "due_on": "2027-04-01",
         *       "kind": "weight",
         *       "target_value": 68
         *     }
         * @example {
         *       "exercise_id": "barbell-bench-press",
         *       "kind": "strength",
         *       "metric": "weight_kg",
         *       "target_value": 100
         *     }
         * @example {
         *       "current_value": 3,
         *       "kind": "custom",
         *       "target_value": 12,
         *       "title": "Read 12 books",
         *       "unit": "books"
         *     }
         */
        GoalIn: {
            /**
             * Kind
             * @enum {string}
             */
            kind: "weight" | "strength" | "habit" | "cardio" | "measurement" | "custom";
            /**
             * Title
             * @default null
             */
            title?: string | null;
            /**
             * Metric
             * @default null
             */
            metric?: ("e1rm_kg" | "weight_kg" | "volume_kg" | "reps" | "duration_s" | "distance_m" | "time_s") | ("streak" | "strength" | "checkins") | ("weight_kg" | "height_cm" | "body_fat_pct" | "lean_mass_kg" | "muscle_mass_kg" | "body_water_pct" | "waist_cm" | "hip_cm" | "chest_cm" | "shoulders_cm" | "neck_cm" | "arm_cm" | "forearm_cm" | "thigh_cm" | "calf_cm" | "resting_hr_bpm" | "hrv_ms" | "systolic_mmhg" | "diastolic_mmhg" | "spo2_pct" | "respiratory_rate_bpm" | "temperature_c" | "vo2max_ml_kg_min" | "glucose_mmol_l" | "sleep_h" | "steps" | "distance_m" | "floors" | "active_energy_kcal" | "mood_1_5" | "energy_1_5" | "soreness_1_5" | "stress_1_5") | "value" | null;
            /** Target Value */
            target_value: number;
            /**
             * Start Value
             * @default null
             */
            start_value?: number | null;
            /**
             * Start On
             * @default null
             */
            start_on?: string | null;
            /**
             * Due On
             * @default null
             */
            due_on?: string | null;
            /**
             * Exercise Id
             * @default null
             */
            exercise_id?: string | null;
            /**
             * Habit Id
             * @default null
             */
            habit_id?: string | null;
            /**
             * Distance M
             * @default null
             */
            distance_m?: number | null;
            /**
             * Current Value
             * @default null
             */
            current_value?: number | null;
            /**
             * Unit
             * @default null
             */
            unit?: string | null;
            /**
             * Note
             * @default null
             */
            note?: string | null;
            /**
             * Status
             * @default active
             * @enum {string}
             */
            status?: "active" | "reached" | "abandoned";
            /**
             * Id
             * @default null
             */
            id?: string | null;
        };
        /**
         * GoalList
         * @description A page, newest first. `next_cursor` is null on the last one.
         */
        GoalList: {
            /** Items */
            items: components["schemas"]["Goal"][];
            /** Next Cursor */
            next_cursor: string | null;
        };
        /** GoalPatch */
        GoalPatch: {
            /**
             * Kind
             * @default null
             */
            kind?: ("weight" | "strength" | "habit" | "cardio" | "measurement" | "custom") | null;
            /**
             * Title
             * @default null
             */
            title?: string | null;
            /**
             * Metric
             * @default null
             */
            metric?: ("e1rm_kg" | "weight_kg" | "volume_kg" | "reps" | "duration_s" | "distance_m" | "time_s") | ("streak" | "strength" | "checkins") | ("weight_kg" | "height_cm" | "body_fat_pct" | "lean_mass_kg" | "muscle_mass_kg" | "body_water_pct" | "waist_cm" | "hip_cm" | "chest_cm" | "shoulders_cm" | "neck_cm" | "arm_cm" | "forearm_cm" | "thigh_cm" | "calf_cm" | "resting_hr_bpm" | "hrv_ms" | "systolic_mmhg" | "diastolic_mmhg" | "spo2_pct" | "respiratory_rate_bpm" | "temperature_c" | "vo2max_ml_kg_min" | "glucose_mmol_l" | "sleep_h" | "steps" | "distance_m" | "floors" | "active_energy_kcal" | "mood_1_5" | "energy_1_5" | "soreness_1_5" | "stress_1_5") | "value" | null;
            /**
             * Target Value
             * @default null
             */
            target_value?: number | null;
            /**
             * Start Value
             * @default null
             */
            start_value?: number | null;
            /**
             * Start On
             * @default null
             */
            start_on?: string | null;
            /**
             * Due On
             * @default null
             */
            due_on?: string | null;
            /**
             * Exercise Id
             * @default null
             */
            exercise_id?: string | null;
            /**
             * Habit Id
             * @default null
             */
            habit_id?: string | null;
            /**
             * Distance M
             * @default null
             */
            distance_m?: number | null;
            /**
             * Current Value
             * @default null
             */
            current_value?: number | null;
            /**
             * Unit
             * @default null
             */
            unit?: string | null;
            /**
             * Note
             * @default null
             */
            note?: string | null;
            /**
             * Status
             * @default null
             */
            status?: ("active" | "reached" | "abandoned") | null;
        };
        /**
         * GoogleIn
         * @example {
         *       "id_token": "eyJhbGciOiJSUzI1NiIsImtpZCI6..."
         *     }
         */
        GoogleIn: {
            /** Id Token */
            id_token: string;
            /**
             * Nonce
             * @default null
             */
            nonce?: string | null;
        };
        /**
         * Groceries
         * @description What a plan needs, by aisle in the order of a shop. `missing` are recipes that are not there any more.
         */
        Groceries: {
            /** Aisles */
            aisles: components["schemas"]["GroceryAisle"][];
            /**
             * Missing
             * @default []
             */
            missing?: string[];
        };
        /**
         * Grocery
         * @description What to buy of one food: `grams` as in recipes, without peel and bone, and the same in words to read in a shop.
         */
        Grocery: {
            /** Food Id */
            food_id: string;
            /** Name */
            name: string;
            /** Grams */
            grams: number;
            /** Shown */
            shown: string;
            /** For */
            for: string[];
        };
        /** GroceryAisle */
        GroceryAisle: {
            /** Aisle */
            aisle: ("produce" | "meat" | "fish" | "dairy" | "eggs" | "chilled" | "frozen" | "bakery" | "grains" | "tins" | "nuts" | "baking" | "spices" | "oils" | "condiments" | "snacks") | "other";
            /** Items */
            items: components["schemas"]["Grocery"][];
        };
        HTTPError: {
            detail?: Record<string, never>;
            message?: string;
        };
        /**
         * Habit
         * @description A habit as read. `checkins` are those of the last two weeks; `days_since_slip` is for one to quit.
         */
        Habit: {
            /** Name */
            name: string;
            /**
             * Kind
             * @default build
             * @enum {string}
             */
            kind?: "build" | "quit";
            schedule: components["schemas"]["HabitSchedule"];
            /** @default null */
            target?: components["schemas"]["HabitTarget"] | null;
            /**
             * Start On
             * @default null
             */
            start_on?: string | null;
            /**
             * Reminder Id
             * @default null
             */
            reminder_id?: string | null;
            /**
             * Pauses
             * @default []
             */
            pauses?: components["schemas"]["TimeOff"][];
            /**
             * Archived On
             * @default null
             */
            archived_on?: string | null;
            /**
             * Id
             * Format: uuid
             */
            id: string;
            streak: components["schemas"]["Streak"];
            /** Strength */
            strength: number;
            today: components["schemas"]["HabitDay"];
            /** Checkins */
            checkins: components["schemas"]["RecentCheckin"][];
            /**
             * Days Since Slip
             * @default null
             */
            days_since_slip?: number | null;
        };
        /**
         * HabitDay
         * @description How the person's today stands.
         */
        HabitDay: {
            /**
             * Day
             * Format: date
             */
            day: string;
            /** Due */
            due: boolean;
            /** Done */
            done: boolean;
            /**
             * Value
             * @default null
             */
            value?: number | null;
        };
        /**
         * HabitIn
         * @description A habit to save. With an `id` of the client's the same can be sent again without harm.
         * @example {
         *       "name": "Drink water",
         *       "schedule": {
         *         "type": "daily"
         *       },
         *       "start_on": "2026-11-23",
         *       "target": {
         *         "unit": "ml",
         *         "value": 2000
         *       }
         *     }
         * @example {
         *       "name": "Run",
         *       "schedule": {
         *         "count": 3,
         *         "type": "times_per_week"
         *       }
         *     }
         * @example {
         *       "kind": "quit",
         *       "name": "No smoking",
         *       "schedule": {
         *         "type": "daily"
         *       }
         *     }
         */
        HabitIn: {
            /** Name */
            name: string;
            /**
             * Kind
             * @default build
             * @enum {string}
             */
            kind?: "build" | "quit";
            schedule: components["schemas"]["HabitSchedule"];
            /** @default null */
            target?: components["schemas"]["HabitTarget"] | null;
            /**
             * Start On
             * @default null
             */
            start_on?: string | null;
            /**
             * Reminder Id
             * @default null
             */
            reminder_id?: string | null;
            /**
             * Pauses
             * @default []
             */
            pauses?: components["schemas"]["TimeOff"][];
            /**
             * Archived On
             * @default null
             */
            archived_on?: string | null;
            /**
             * Id
             * @default null
             */
            id?: string | null;
        };
        /**
         * HabitList
         * @description A page, newest first. `next_cursor` is null on the last one.
         */
        HabitList: {
            /** Items */
            items: components["schemas"]["Habit"][];
            /** Next Cursor */
            next_cursor: string | null;
        };
        /** HabitPatch */
        HabitPatch: {
            /**
             * Name
             * @default null
             */
            name?: string | null;
            /**
             * Kind
             * @default null
             */
            kind?: ("build" | "quit") | null;
            /** @default null */
            schedule?: components["schemas"]["HabitSchedule"] | null;
            /** @default null */
            target?: components["schemas"]["HabitTarget"] | null;
            /**
             * Start On
             * @default null
             */
            start_on?: string | null;
            /**
             * Reminder Id
             * @default null
             */
            reminder_id?: string | null;
            /**
             * Pauses
             * @default null
             */
            pauses?: components["schemas"]["TimeOff"][] | null;
            /**
             * Archived On
             * @default null
             */
            archived_on?: string | null;
        };
        /**
         * HabitSchedule
         * @description When it is due: each day, on the days of the week (1 Monday to 7 Sunday), or so many days of a week.
         */
        HabitSchedule: {
            /**
             * Type
             * @enum {string}
             */
            type: "daily" | "weekdays" | "times_per_week";
            /**
             * Days
             * @default null
             */
            days?: number[] | null;
            /**
             * Count
             * @default null
             */
            count?: number | null;
        };
        /**
         * HabitTarget
         * @description How much makes a day done; for a habit to quit, how much is allowed.
         */
        HabitTarget: {
            /** Value */
            value: number;
            /** Unit */
            unit: string;
        };
        /**
         * Health
         * @description `cycle_tracking` switches the log of periods on; with `hormonal_contraception` it predicts no phases.
         */
        Health: {
            /**
             * Conditions
             * @default []
             */
            conditions?: string[];
            /**
             * Injuries
             * @default []
             */
            injuries?: string[];
            /**
             * Pregnant
             * @default null
             */
            pregnant?: boolean | null;
            /**
             * Clearance
             * @default null
             */
            clearance?: boolean | null;
            /**
             * Cycle Tracking
             * @default null
             */
            cycle_tracking?: boolean | null;
            /**
             * Hormonal Contraception
             * @default null
             */
            hormonal_contraception?: boolean | null;
            /** @default null */
            screening?: components["schemas"]["Screening"] | null;
        };
        /**
         * Import
         * @description `trusted`: the file is as this installation made it. `more_problems` are counted, not told.
         */
        Import: {
            /**
             * Id
             * Format: uuid
             */
            id: string;
            /**
             * Source
             * @constant
             */
            source: "fitzen";
            /** Dry Run */
            dry_run: boolean;
            /**
             * Status
             * @enum {string}
             */
            status: "running" | "done";
            /**
             * Started At
             * Format: date-time
             */
            started_at: string;
            /**
             * Finished At
             * @default null
             */
            finished_at?: string | null;
            /** Trusted */
            trusted: boolean;
            /**
             * Counts
             * @default {}
             */
            counts?: {
                [key: string]: components["schemas"]["Counts"];
            };
            /**
             * Problems
             * @default []
             */
            problems?: components["schemas"]["ImportProblem"][];
            /**
             * More Problems
             * @default 0
             */
            more_problems?: number;
        };
        /**
         * ImportIn
         * @description A file to bring in. A `dry_run` reports what would become of it, and takes nothing.
         *
         *     With an `id` of the client's the same can be sent again without harm.
         */
        ImportIn: {
            /**
             * Source
             * @default null
             */
            source?: "fitzen" | null;
            /**
             * Dry Run
             * @default false
             */
            dry_run?: boolean;
            /**
             * Id
             * @default null
             */
            id?: string | null;
            /**
             * File
             * Format: binary
             */
            file: string;
        };
        /**
         * ImportProblem
         * @description Why something was not taken as it is; by record, or by place in the file.
         */
        ImportProblem: {
            /** Message */
            message: string;
            /**
             * Kind
             * @default null
             */
            kind?: string | null;
            /**
             * Id
             * @default null
             */
            id?: string | null;
            /**
             * File
             * @default null
             */
            file?: string | null;
            /**
             * Line
             * @default null
             */
            line?: number | null;
            /**
             * Field
             * @default null
             */
            field?: string | null;
        };
        /** InboxItem */
        InboxItem: {
            /** At */
            at: string;
            /** To */
            to: string;
            /** Channel */
            channel: string;
            /**
             * Subject
             * @default null
             */
            subject?: string | null;
            /** Text */
            text: string;
            /**
             * Key
             * @default null
             */
            key?: string | null;
            /**
             * Data
             * @default null
             */
            data?: {
                [key: string]: string;
            } | null;
            /**
             * Unsubscribe
             * @default null
             */
            unsubscribe?: string | null;
        };
        /** InboxItems */
        InboxItems: {
            /** Items */
            items: components["schemas"]["InboxItem"][];
        };
        /**
         * Item
         * @description Something eaten: a food, a recipe, or an entry of one's own (`custom: true`) with the nutrients that are given.
         *
         *     `unit` is g, kg, oz, lb, ml, cup, tbsp, …, `serving`, or the label of one of the food's household portions; of a
         *     recipe it is `serving`. For a food or a recipe Fitzen computes `nutrients` when the item is written and keeps them:
         *     a later edit of the food does not change what was eaten. `grams` too, unless the unit can only be estimated (a cup,
         *     a handful); then the grams that are sent, such as those of /api/nutrition/parse, are taken. So a meal may be sent
         *     back as it was read, with other amounts.
         */
        Item: {
            /**
             * Food Id
             * @default null
             */
            food_id?: string | null;
            /**
             * Recipe Id
             * @default null
             */
            recipe_id?: string | null;
            /**
             * Custom
             * @default null
             */
            custom?: true | null;
            /**
             * Name
             * @default null
             */
            name?: string | null;
            /** Amount */
            amount: number;
            /** Unit */
            unit: string;
            /**
             * Grams
             * @default null
             */
            grams?: number | null;
            /** @default null */
            nutrients?: components["schemas"]["Nutrients"] | null;
        };
        /**
         * KnowledgeArticle
         * @description An article of the coach's; `text` is Markdown, `reviewed` the day on which it was last checked.
         */
        KnowledgeArticle: {
            /** Slug */
            slug: string;
            /** Title */
            title: string;
            /** Topics */
            topics: components["schemas"]["Topic"][];
            /** Reviewed */
            reviewed: string;
            /** Text */
            text: string;
            /** Sources */
            sources: components["schemas"]["ArticleSource"][];
        };
        /** @enum {string} */
        Level: "beginner" | "intermediate" | "advanced";
        /**
         * LoginIn
         * @example {
         *       "email": "ana@example.com",
         *       "password": "Correct-Horse-7"
         *     }
         */
        LoginIn: {
            /**
             * Phone
             * @default null
             */
            phone?: string | null;
            /**
             * Email
             * @default null
             */
            email?: string | null;
            /** Password */
            password: string;
        };
        /**
         * Meal
         * @description A meal as stored. `day` is the local date at the offset of `eaten_at`.
         *
         *     `totals` sum what is known; `unknown` says of each of those nutrients how many items did not give it. A nutrient
         *     that no item gives is in neither.
         */
        Meal: {
            /**
             * Eaten At
             * Format: date-time
             */
            eaten_at: string;
            /**
             * Slot
             * @enum {string}
             */
            slot: "breakfast" | "lunch" | "dinner" | "snack";
            /**
             * Name
             * @default null
             */
            name?: string | null;
            /**
             * Notes
             * @default null
             */
            notes?: string | null;
            /**
             * Photo Id
             * @default null
             */
            photo_id?: string | null;
            /** Items */
            items: components["schemas"]["EatenItem"][];
            /**
             * Id
             * Format: uuid
             */
            id: string;
            /**
             * Day
             * Format: date
             */
            day: string;
            totals: components["schemas"]["Sums"];
            /**
             * Unknown
             * @default {}
             */
            unknown?: {
                [key: string]: number;
            };
        };
        /**
         * MealIn
         * @description A meal to log. With an `id` of the client's the same can be sent again without harm.
         * @example {
         *       "eaten_at": "2026-11-23T08:10:00+01:00",
         *       "items": [
         *         {
         *           "amount": 2,
         *           "food_id": "usda-01123",
         *           "unit": "large"
         *         },
         *         {
         *           "amount": 60,
         *           "food_id": "usda-20038",
         *           "unit": "g"
         *         },
         *         {
         *           "amount": 1,
         *           "custom": true,
         *           "name": "Grandma's jam",
         *           "nutrients": {
         *             "carbs_g": 13.5,
         *             "energy_kcal": 54
         *           },
         *           "unit": "serving"
         *         }
         *       ],
         *       "slot": "breakfast"
         *     }
         */
        MealIn: {
            /**
             * Eaten At
             * Format: date-time
             */
            eaten_at: string;
            /**
             * Slot
             * @enum {string}
             */
            slot: "breakfast" | "lunch" | "dinner" | "snack";
            /**
             * Name
             * @default null
             */
            name?: string | null;
            /**
             * Notes
             * @default null
             */
            notes?: string | null;
            /**
             * Photo Id
             * @default null
             */
            photo_id?: string | null;
            /** Items */
            items: components["schemas"]["Item"][];
            /**
             * Id
             * @default null
             */
            id?: string | null;
        };
        /**
         * MealList
         * @description A page, newest first. `next_cursor` is null on the last one.
         */
        MealList: {
            /** Items */
            items: components["schemas"]["Meal"][];
            /** Next Cursor */
            next_cursor: string | null;
        };
        /** MealPatch */
        MealPatch: {
            /**
             * Eaten At
             * @default null
             */
            eaten_at?: string | null;
            /**
             * Slot
             * @default null
             */
            slot?: ("breakfast" | "lunch" | "dinner" | "snack") | null;
            /**
             * Name
             * @default null
             */
            name?: string | null;
            /**
             * Notes
             * @default null
             */
            notes?: string | null;
            /**
             * Photo Id
             * @default null
             */
            photo_id?: string | null;
            /**
             * Items
             * @default null
             */
            items?: components["schemas"]["Item"][] | null;
        };
        /**
         * MealPlan
         * @description A plan as stored; or, with `clashes` and without days, why there is none: then nothing is stored.
         *
         *     A nutrient that a food's source does not give counts as none.
         */
        MealPlan: {
            /**
             * Name
             * @default null
             */
            name?: string | null;
            /**
             * Starts On
             * Format: date
             */
            starts_on: string;
            /** Days */
            days: components["schemas"]["ShownDay"][];
            /** @default null */
            targets?: components["schemas"]["Targets"] | null;
            /** @default null */
            asked?: components["schemas"]["Wishes"] | null;
            /**
             * Notes
             * @default []
             */
            notes?: string[];
            /**
             * Id
             * Format: uuid
             */
            id: string;
            /**
             * Clashes
             * @default []
             */
            clashes?: components["schemas"]["Clash"][];
        };
        /**
         * MealPlanIn
         * @description A plan to put in the place of one.
         * @example {
         *       "days": [
         *         {
         *           "day": "2026-11-30",
         *           "meals": [
         *             {
         *               "items": [
         *                 {
         *                   "amount": 1,
         *                   "recipe_id": "apple-and-peanut-porridge",
         *                   "unit": "serving"
         *                 }
         *               ],
         *               "slot": "breakfast"
         *             }
         *           ]
         *         }
         *       ],
         *       "starts_on": "2026-11-30"
         *     }
         */
        MealPlanIn: {
            /**
             * Name
             * @default null
             */
            name?: string | null;
            /**
             * Starts On
             * Format: date
             */
            starts_on: string;
            /** Days */
            days: components["schemas"]["PlannedDay"][];
            /** @default null */
            targets?: components["schemas"]["Targets"] | null;
            /** @default null */
            asked?: components["schemas"]["Wishes"] | null;
            /**
             * Notes
             * @default []
             */
            notes?: string[];
            /**
             * Id
             * @default null
             */
            id?: string | null;
        };
        /**
         * MealPlanList
         * @description A page, newest first. `next_cursor` is null on the last one.
         */
        MealPlanList: {
            /** Items */
            items: components["schemas"]["MealPlan"][];
            /** Next Cursor */
            next_cursor: string | null;
        };
        /**
         * Measurement
         * @description A measurement as stored. `day` is the local date at the offset of `taken_at`.
         */
        Measurement: {
            /**
             * Taken At
             * Format: date-time
             */
            taken_at: string;
            /**
             * Metric
             * @enum {string}
             */
            metric: "weight_kg" | "height_cm" | "body_fat_pct" | "lean_mass_kg" | "muscle_mass_kg" | "body_water_pct" | "waist_cm" | "hip_cm" | "chest_cm" | "shoulders_cm" | "neck_cm" | "arm_cm" | "forearm_cm" | "thigh_cm" | "calf_cm" | "resting_hr_bpm" | "hrv_ms" | "systolic_mmhg" | "diastolic_mmhg" | "spo2_pct" | "respiratory_rate_bpm" | "temperature_c" | "vo2max_ml_kg_min" | "glucose_mmol_l" | "sleep_h" | "steps" | "distance_m" | "floors" | "active_energy_kcal" | "mood_1_5" | "energy_1_5" | "soreness_1_5" | "stress_1_5";
            /** Value */
            value: number;
            /**
             * Note
             * @default null
             */
            note?: string | null;
            /**
             * Source
             * @default manual
             */
            source?: string;
            /**
             * Id
             * Format: uuid
             */
            id: string;
            /**
             * Day
             * Format: date
             */
            day: string;
        };
        /**
         * MeasurementIn
         * @description A measurement to save. With an `id` of the client's the same can be sent again without harm.
         * @example {
         *       "metric": "weight_kg",
         *       "taken_at": "2026-11-23T07:10:00+01:00",
         *       "value": 71.4
         *     }
         */
        MeasurementIn: {
            /**
             * Taken At
             * Format: date-time
             */
            taken_at: string;
            /**
             * Metric
             * @enum {string}
             */
            metric: "weight_kg" | "height_cm" | "body_fat_pct" | "lean_mass_kg" | "muscle_mass_kg" | "body_water_pct" | "waist_cm" | "hip_cm" | "chest_cm" | "shoulders_cm" | "neck_cm" | "arm_cm" | "forearm_cm" | "thigh_cm" | "calf_cm" | "resting_hr_bpm" | "hrv_ms" | "systolic_mmhg" | "diastolic_mmhg" | "spo2_pct" | "respiratory_rate_bpm" | "temperature_c" | "vo2max_ml_kg_min" | "glucose_mmol_l" | "sleep_h" | "steps" | "distance_m" | "floors" | "active_energy_kcal" | "mood_1_5" | "energy_1_5" | "soreness_1_5" | "stress_1_5";
            /** Value */
            value: number;
            /**
             * Note
             * @default null
             */
            note?: string | null;
            /**
             * Source
             * @default manual
             */
            source?: string;
            /**
             * Confirmed
             * @default false
             */
            confirmed?: boolean;
            /**
             * Id
             * @default null
             */
            id?: string | null;
        };
        /**
         * MeasurementList
         * @description A page, newest first. `next_cursor` is null on the last one.
         */
        MeasurementList: {
            /** Items */
            items: components["schemas"]["Measurement"][];
            /** Next Cursor */
            next_cursor: string | null;
        };
        /** MeasurementPatch */
        MeasurementPatch: {
            /**
             * Taken At
             * @default null
             */
            taken_at?: string | null;
            /**
             * Metric
             * @default null
             */
            metric?: ("weight_kg" | "height_cm" | "body_fat_pct" | "lean_mass_kg" | "muscle_mass_kg" | "body_water_pct" | "waist_cm" | "hip_cm" | "chest_cm" | "shoulders_cm" | "neck_cm" | "arm_cm" | "forearm_cm" | "thigh_cm" | "calf_cm" | "resting_hr_bpm" | "hrv_ms" | "systolic_mmhg" | "diastolic_mmhg" | "spo2_pct" | "respiratory_rate_bpm" | "temperature_c" | "vo2max_ml_kg_min" | "glucose_mmol_l" | "sleep_h" | "steps" | "distance_m" | "floors" | "active_energy_kcal" | "mood_1_5" | "energy_1_5" | "soreness_1_5" | "stress_1_5") | null;
            /**
             * Value
             * @default null
             */
            value?: number | null;
            /**
             * Note
             * @default null
             */
            note?: string | null;
            /**
             * Source
             * @default null
             */
            source?: string | null;
            /**
             * Confirmed
             * @default null
             */
            confirmed?: boolean | null;
        };
        /**
         * MeasurementTrend
         * @description How a metric moves, by its newest 500 values at most; `cut` says that there are more.
         *
         *     Levels and rates are in the metric's unit, rates a week; the ranges hold the truth 9 times in 10. Levels
         *     take two values, rates values that span a week.
         */
        MeasurementTrend: {
            /**
             * Metric
             * @enum {string}
             */
            metric: "weight_kg" | "height_cm" | "body_fat_pct" | "lean_mass_kg" | "muscle_mass_kg" | "body_water_pct" | "waist_cm" | "hip_cm" | "chest_cm" | "shoulders_cm" | "neck_cm" | "arm_cm" | "forearm_cm" | "thigh_cm" | "calf_cm" | "resting_hr_bpm" | "hrv_ms" | "systolic_mmhg" | "diastolic_mmhg" | "spo2_pct" | "respiratory_rate_bpm" | "temperature_c" | "vo2max_ml_kg_min" | "glucose_mmol_l" | "sleep_h" | "steps" | "distance_m" | "floors" | "active_energy_kcal" | "mood_1_5" | "energy_1_5" | "soreness_1_5" | "stress_1_5";
            /**
             * After
             * Format: date-time
             */
            after: string;
            /**
             * Before
             * @default null
             */
            before?: string | null;
            /** Points */
            points: components["schemas"]["TrendPoint"][];
            /** Cut */
            cut: boolean;
            /**
             * Level
             * @default null
             */
            level?: number | null;
            /**
             * Level Low
             * @default null
             */
            level_low?: number | null;
            /**
             * Level High
             * @default null
             */
            level_high?: number | null;
            /**
             * Rate Per Week
             * @default null
             */
            rate_per_week?: number | null;
            /**
             * Rate Low
             * @default null
             */
            rate_low?: number | null;
            /**
             * Rate High
             * @default null
             */
            rate_high?: number | null;
            /** Why */
            why: string;
        };
        /** Memory */
        Memory: {
            /** Text */
            text: string;
            /**
             * Id
             * Format: uuid
             */
            id: string;
            /**
             * At
             * Format: date-time
             */
            at: string;
        };
        /**
         * MemoryIn
         * @description With an `id` of the client's the same can be sent again without harm.
         * @example {
         *       "text": "I train in the mornings, before work."
         *     }
         */
        MemoryIn: {
            /** Text */
            text: string;
            /**
             * Id
             * @default null
             */
            id?: string | null;
        };
        /**
         * MemoryList
         * @description A page, newest first. `next_cursor` is null on the last one.
         */
        MemoryList: {
            /** Items */
            items: components["schemas"]["Memory"][];
            /** Next Cursor */
            next_cursor: string | null;
        };
        /** MemoryPatch */
        MemoryPatch: {
            /**
             * Text
             * @default null
             */
            text?: string | null;
        };
        /**
         * Message
         * @description One message of a chat, a person's or the coach's.
         */
        Message: {
            /**
             * Id
             * Format: uuid
             */
            id: string;
            /**
             * Chat Id
             * Format: uuid
             */
            chat_id: string;
            /**
             * Sender
             * @enum {string}
             */
            sender: "user" | "coach";
            /** Text */
            text: string;
            /**
             * At
             * Format: date-time
             */
            at: string;
            /**
             * Cards
             * @default []
             */
            cards?: components["schemas"]["Card"][];
            /**
             * Actions
             * @default []
             */
            actions?: components["schemas"]["Action"][];
            /**
             * Sources
             * @default []
             */
            sources?: components["schemas"]["Source"][];
            /** @default null */
            safety?: components["schemas"]["Safety"] | null;
            /** @default null */
            usage?: components["schemas"]["UsageOut"] | null;
            /**
             * Interrupted
             * @default false
             */
            interrupted?: boolean;
        };
        /**
         * MessageList
         * @description A page, newest first. `next_cursor` is null on the last one.
         */
        MessageList: {
            /** Items */
            items: components["schemas"]["Message"][];
            /** Next Cursor */
            next_cursor: string | null;
        };
        /**
         * MfaIn
         * @example {
         *       "code": "123456",
         *       "mfa_token": "eyJhbGciOi..."
         *     }
         */
        MfaIn: {
            /**
             * Code
             * @default null
             */
            code?: string | null;
            /**
             * Recovery Code
             * @default null
             */
            recovery_code?: string | null;
            /** Mfa Token */
            mfa_token: string;
        };
        /** MfaRequired */
        MfaRequired: {
            /**
             * Mfa Required
             * @constant
             */
            mfa_required: true;
            /** Mfa Token */
            mfa_token: string;
            /** Methods */
            methods: ("totp" | "recovery_code")[];
        };
        /**
         * Micronutrient
         * @description A nutrient against its reference intake for this person, in the unit that `nutrient` ends with.
         *
         *     `amount` is absent where no item gives it; where `unknown` items do not, it is at least that. `kind`: rda covers the
         *     need of nearly everybody, ai is what seems enough. `over_upper` says whether the upper limit is passed, where food
         *     counts towards it: some limits are of supplements only.
         */
        Micronutrient: {
            /** Nutrient */
            nutrient: string;
            /** Label */
            label: string;
            /**
             * Amount
             * @default null
             */
            amount?: number | null;
            /** Unknown */
            unknown: number;
            /** Reference */
            reference: number;
            /**
             * Kind
             * @enum {string}
             */
            kind: "rda" | "ai";
            /**
             * Percent
             * @default null
             */
            percent?: number | null;
            /**
             * Upper
             * @default null
             */
            upper?: number | null;
            /**
             * Upper Of
             * @default null
             */
            upper_of?: ("total" | "supplements" | "retinol" | "risk") | null;
            /**
             * Over Upper
             * @default null
             */
            over_upper?: boolean | null;
        };
        /** MuscleSets */
        MuscleSets: {
            /** Muscle */
            muscle: string;
            /** Sets */
            sets: number;
        };
        /**
         * MuscleShare
         * @description How a set counts for a muscle: 1 where it is trained directly, 0.5 where it helps.
         */
        MuscleShare: {
            /**
             * Muscle
             * @enum {string}
             */
            muscle: "chest" | "front_delts" | "side_delts" | "rear_delts" | "rotator_cuff" | "triceps" | "biceps" | "forearms" | "lats" | "upper_back" | "traps" | "lower_back" | "abs" | "obliques" | "hip_flexors" | "glutes" | "quads" | "hamstrings" | "adductors" | "abductors" | "calves" | "shins" | "neck";
            /** Share */
            share: number;
        };
        /**
         * MuscleVolume
         * @description Hard sets of a muscle in a week: 1 where it is trained directly, 0.5 where it helps.
         */
        MuscleVolume: {
            /**
             * Muscle
             * @enum {string}
             */
            muscle: "chest" | "front_delts" | "side_delts" | "rear_delts" | "rotator_cuff" | "triceps" | "biceps" | "forearms" | "lats" | "upper_back" | "traps" | "lower_back" | "abs" | "obliques" | "hip_flexors" | "glutes" | "quads" | "hamstrings" | "adductors" | "abductors" | "calves" | "shins" | "neck";
            /** Week */
            week: number;
            /** Sets */
            sets: number;
        };
        /** NextExercise */
        NextExercise: {
            /** Exercise Id */
            exercise_id: string;
            /** Name */
            name: string;
            /** Sets */
            sets: components["schemas"]["NextSet"][];
            /** Why */
            why: string;
            /** Sources */
            sources: components["schemas"]["Source"][];
        };
        /**
         * NextSession
         * @description What to lift today, with loads; `exercises` is empty when nothing is known yet.
         *
         *     Of a plan's session there are `plan_id`, `session_id` and `minutes`: a workout that is logged with the two is that
         *     session, done.
         */
        NextSession: {
            /** Name */
            name: string;
            /** Why */
            why: string;
            /** Exercises */
            exercises: components["schemas"]["NextExercise"][];
            /**
             * Plan Id
             * @default null
             */
            plan_id?: string | null;
            /**
             * Session Id
             * @default null
             */
            session_id?: string | null;
            /**
             * Minutes
             * @default null
             */
            minutes?: number | null;
            /** Sources */
            sources: components["schemas"]["Source"][];
        };
        /**
         * NextSet
         * @description A set to do. `duration_s` and `distance_m` for what is measured by them.
         */
        NextSet: {
            /**
             * Kind
             * @enum {string}
             */
            kind: "warmup" | "normal";
            /**
             * Reps
             * @default null
             */
            reps?: number | null;
            /**
             * Weight Kg
             * @default null
             */
            weight_kg?: number | null;
            /**
             * Rir
             * @default null
             */
            rir?: number | null;
            /**
             * Duration S
             * @default null
             */
            duration_s?: number | null;
            /**
             * Distance M
             * @default null
             */
            distance_m?: number | null;
            /**
             * Rest S
             * @default null
             */
            rest_s?: number | null;
        };
        /**
         * NextStart
         * @description When the next period starts: the middle, and the days between which it is 9 times in 10.
         */
        NextStart: {
            /**
             * Expected On
             * Format: date
             */
            expected_on: string;
            /**
             * From
             * Format: date
             */
            from: string;
            /**
             * Until
             * Format: date
             */
            until: string;
        };
        /** NoteOfToday */
        NoteOfToday: {
            /** Text */
            text: string;
            /** Sources */
            sources: {
                [key: string]: unknown;
            }[];
        };
        /**
         * Notifications
         * @description What is sent or written without being asked for; reminders are switched one by one.
         */
        Notifications: {
            /**
             * Digest
             * @default true
             */
            digest?: boolean;
            /**
             * Weekly Report
             * @default true
             */
            weekly_report?: boolean;
            /**
             * Achievements
             * @default true
             */
            achievements?: boolean;
        };
        Nutrients: {
            energy_kcal?: number;
            protein_g?: number;
            carbs_g?: number;
            fat_g?: number;
            fiber_g?: number;
            sugar_g?: number;
            starch_g?: number;
            saturated_g?: number;
            monounsaturated_g?: number;
            polyunsaturated_g?: number;
            trans_fat_g?: number;
            omega3_g?: number;
            omega6_g?: number;
            cholesterol_mg?: number;
            sodium_mg?: number;
            potassium_mg?: number;
            calcium_mg?: number;
            iron_mg?: number;
            magnesium_mg?: number;
            phosphorus_mg?: number;
            zinc_mg?: number;
            copper_mg?: number;
            manganese_mg?: number;
            selenium_ug?: number;
            fluoride_ug?: number;
            vitamin_a_rae_ug?: number;
            retinol_ug?: number;
            alpha_carotene_ug?: number;
            beta_carotene_ug?: number;
            beta_cryptoxanthin_ug?: number;
            lycopene_ug?: number;
            lutein_zeaxanthin_ug?: number;
            thiamin_mg?: number;
            riboflavin_mg?: number;
            niacin_mg?: number;
            pantothenic_acid_mg?: number;
            vitamin_b6_mg?: number;
            folate_ug?: number;
            vitamin_b12_ug?: number;
            choline_mg?: number;
            vitamin_c_mg?: number;
            vitamin_d_ug?: number;
            vitamin_e_mg?: number;
            beta_tocopherol_mg?: number;
            gamma_tocopherol_mg?: number;
            delta_tocopherol_mg?: number;
            vitamin_k_ug?: number;
            alcohol_g?: number;
            caffeine_mg?: number;
            water_g?: number;
            ash_g?: number;
            phytosterol_mg?: number;
            alanine_g?: number;
            arginine_g?: number;
            aspartic_acid_g?: number;
            cystine_g?: number;
            glutamic_acid_g?: number;
            glycine_g?: number;
            histidine_g?: number;
            hydroxyproline_g?: number;
            isoleucine_g?: number;
            leucine_g?: number;
            lysine_g?: number;
            methionine_g?: number;
            phenylalanine_g?: number;
            proline_g?: number;
            serine_g?: number;
            threonine_g?: number;
            tryptophan_g?: number;
            tyrosine_g?: number;
            valine_g?: number;
        };
        /**
         * OnboardingIn
         * @description What onboarding asks; what is sent replaces what was known, the rest stays.
         * @example {
         *       "birth_date": "1994-05-17",
         *       "equipment": [
         *         "barbell",
         *         "dumbbell",
         *         "rack"
         *       ],
         *       "fitness_level": "intermediate",
         *       "goal": "gain",
         *       "height_cm": 168,
         *       "name": "Ana",
         *       "sex": "female",
         *       "time_zone": "Europe/Madrid",
         *       "training_days_per_week": 3
         *     }
         */
        OnboardingIn: {
            /**
             * Name
             * @default null
             */
            name?: string | null;
            /**
             * Birth Date
             * @default null
             */
            birth_date?: string | null;
            /**
             * Sex
             * @default null
             */
            sex?: ("female" | "male" | "other") | null;
            /**
             * Height Cm
             * @default null
             */
            height_cm?: number | null;
            /**
             * Time Zone
             * @default UTC
             */
            time_zone?: string;
            /**
             * Units
             * @default metric
             * @enum {string}
             */
            units?: "metric" | "imperial";
            /**
             * Locale
             * @default en
             */
            locale?: string;
            /**
             * Fitness Level
             * @default null
             */
            fitness_level?: ("beginner" | "intermediate" | "advanced") | null;
            /**
             * Activity Level
             * @default null
             */
            activity_level?: ("sedentary" | "light" | "moderate" | "active" | "very_active") | null;
            /**
             * Goal
             * @default null
             */
            goal?: ("lose" | "maintain" | "gain" | "perform" | "health") | null;
            /**
             * Equipment
             * @default []
             */
            equipment?: ("barbell" | "dumbbell" | "kettlebell" | "cable" | "machine" | "smith_machine" | "band" | "bench" | "rack" | "pull_up_bar" | "dip_bars" | "rings" | "suspension_trainer" | "trap_bar" | "ez_bar" | "landmine" | "medicine_ball" | "stability_ball" | "ab_wheel" | "box" | "step" | "sled" | "plate" | "sandbag" | "log" | "stones" | "yoke" | "farmers_handles" | "tyre" | "battle_ropes" | "jump_rope" | "rower" | "ski_erg" | "treadmill" | "bike" | "air_bike" | "elliptical" | "stair_climber" | "foam_roller" | "pool" | "roman_chair" | "preacher_bench" | "neck_harness" | "belt" | "sport_gear")[];
            /**
             * Training Days Per Week
             * @default null
             */
            training_days_per_week?: number | null;
            /**
             * Session Minutes
             * @default null
             */
            session_minutes?: number | null;
            /**
             * @default {
             *       "pattern": null,
             *       "allergies": [],
             *       "dislikes": []
             *     }
             */
            dietary?: components["schemas"]["Dietary"];
            /**
             * @default {
             *       "gender": null,
             *       "style": null
             *     }
             */
            coach?: components["schemas"]["CoachPreferences"];
            /**
             * @default {
             *       "conditions": [],
             *       "injuries": [],
             *       "pregnant": null,
             *       "clearance": null,
             *       "cycle_tracking": null,
             *       "hormonal_contraception": null,
             *       "screening": null
             *     }
             */
            health?: components["schemas"]["Health"];
            /** @default null */
            quiet_hours?: components["schemas"]["QuietHours"] | null;
            /**
             * @default {
             *       "digest": true,
             *       "weekly_report": true,
             *       "achievements": true
             *     }
             */
            notifications?: components["schemas"]["Notifications"];
        };
        /**
         * OwnIngredient
         * @description Grams of a food, or servings of another recipe; `label` is what a cook reads.
         */
        OwnIngredient: {
            /**
             * Food Id
             * @default null
             */
            food_id?: string | null;
            /**
             * Grams
             * @default null
             */
            grams?: number | null;
            /**
             * Recipe Id
             * @default null
             */
            recipe_id?: string | null;
            /**
             * Servings
             * @default null
             */
            servings?: number | null;
            /**
             * Label
             * @default null
             */
            label?: string | null;
        };
        /**
         * ParseIn
         * @description A meal in a person's own words.
         * @example {
         *       "text": "two eggs, 100 g oats with a cup of whole milk and half a banana"
         *     }
         */
        ParseIn: {
            /** Text */
            text: string;
            /**
             * Lang
             * @default null
             */
            lang?: ("en" | "es") | null;
        };
        Per100g: {
            energy_kcal?: number;
            protein_g?: number;
            carbs_g?: number;
            fat_g?: number;
            fiber_g?: number;
            sugar_g?: number;
            starch_g?: number;
            saturated_g?: number;
            monounsaturated_g?: number;
            polyunsaturated_g?: number;
            trans_fat_g?: number;
            omega3_g?: number;
            omega6_g?: number;
            cholesterol_mg?: number;
            sodium_mg?: number;
            potassium_mg?: number;
            calcium_mg?: number;
            iron_mg?: number;
            magnesium_mg?: number;
            phosphorus_mg?: number;
            zinc_mg?: number;
            copper_mg?: number;
            manganese_mg?: number;
            selenium_ug?: number;
            fluoride_ug?: number;
            vitamin_a_rae_ug?: number;
            retinol_ug?: number;
            alpha_carotene_ug?: number;
            beta_carotene_ug?: number;
            beta_cryptoxanthin_ug?: number;
            lycopene_ug?: number;
            lutein_zeaxanthin_ug?: number;
            thiamin_mg?: number;
            riboflavin_mg?: number;
            niacin_mg?: number;
            pantothenic_acid_mg?: number;
            vitamin_b6_mg?: number;
            folate_ug?: number;
            vitamin_b12_ug?: number;
            choline_mg?: number;
            vitamin_c_mg?: number;
            vitamin_d_ug?: number;
            vitamin_e_mg?: number;
            beta_tocopherol_mg?: number;
            gamma_tocopherol_mg?: number;
            delta_tocopherol_mg?: number;
            vitamin_k_ug?: number;
            alcohol_g?: number;
            caffeine_mg?: number;
            water_g?: number;
            ash_g?: number;
            phytosterol_mg?: number;
            alanine_g?: number;
            arginine_g?: number;
            aspartic_acid_g?: number;
            cystine_g?: number;
            glutamic_acid_g?: number;
            glycine_g?: number;
            histidine_g?: number;
            hydroxyproline_g?: number;
            isoleucine_g?: number;
            leucine_g?: number;
            lysine_g?: number;
            methionine_g?: number;
            phenylalanine_g?: number;
            proline_g?: number;
            serine_g?: number;
            threonine_g?: number;
            tryptophan_g?: number;
            tyrosine_g?: number;
            valine_g?: number;
        };
        /**
         * PerformedExercise
         * @description An exercise within a workout; those with the same `superset` mark were done in turns.
         */
        PerformedExercise: {
            /** Exercise Id */
            exercise_id: string;
            /**
             * Superset
             * @default null
             */
            superset?: string | null;
            /**
             * Notes
             * @default null
             */
            notes?: string | null;
            /** Sets */
            sets: components["schemas"]["Set"][];
        };
        /**
         * PerformedSession
         * @description One exercise in one workout.
         */
        PerformedSession: {
            /**
             * Workout Id
             * Format: uuid
             */
            workout_id: string;
            /** Workout Name */
            workout_name: string;
            /**
             * At
             * Format: date-time
             */
            at: string;
            /**
             * Day
             * Format: date
             */
            day: string;
            /**
             * E1Rm Kg
             * @default null
             */
            e1rm_kg?: number | null;
            /**
             * Weight Kg
             * @default null
             */
            weight_kg?: number | null;
            /**
             * Reps
             * @default null
             */
            reps?: number | null;
            /**
             * Volume Kg
             * @default null
             */
            volume_kg?: number | null;
            /**
             * Duration S
             * @default null
             */
            duration_s?: number | null;
            /**
             * Distance M
             * @default null
             */
            distance_m?: number | null;
            /** Sets */
            sets: components["schemas"]["Set"][];
        };
        /** Period */
        Period: {
            /**
             * Started On
             * Format: date
             */
            started_on: string;
            /**
             * Ended On
             * @default null
             */
            ended_on?: string | null;
            /**
             * Flow
             * @default null
             */
            flow?: ("spotting" | "light" | "medium" | "heavy") | null;
            /**
             * Symptoms
             * @default []
             */
            symptoms?: ("cramps" | "back_pain" | "headache" | "breast_tenderness" | "bloating" | "nausea" | "fatigue" | "poor_sleep" | "low_mood" | "irritability" | "cravings" | "acne" | "diarrhoea" | "constipation")[];
            /**
             * Note
             * @default null
             */
            note?: string | null;
            /**
             * Id
             * Format: uuid
             */
            id: string;
        };
        /**
         * PeriodIn
         * @description A period to log. With an `id` of the client's the same can be sent again without harm.
         * @example {
         *       "ended_on": "2026-11-06",
         *       "flow": "medium",
         *       "started_on": "2026-11-02",
         *       "symptoms": [
         *         "cramps"
         *       ]
         *     }
         */
        PeriodIn: {
            /**
             * Started On
             * Format: date
             */
            started_on: string;
            /**
             * Ended On
             * @default null
             */
            ended_on?: string | null;
            /**
             * Flow
             * @default null
             */
            flow?: ("spotting" | "light" | "medium" | "heavy") | null;
            /**
             * Symptoms
             * @default []
             */
            symptoms?: ("cramps" | "back_pain" | "headache" | "breast_tenderness" | "bloating" | "nausea" | "fatigue" | "poor_sleep" | "low_mood" | "irritability" | "cravings" | "acne" | "diarrhoea" | "constipation")[];
            /**
             * Note
             * @default null
             */
            note?: string | null;
            /**
             * Id
             * @default null
             */
            id?: string | null;
        };
        /** PeriodPatch */
        PeriodPatch: {
            /**
             * Started On
             * @default null
             */
            started_on?: string | null;
            /**
             * Ended On
             * @default null
             */
            ended_on?: string | null;
            /**
             * Flow
             * @default null
             */
            flow?: ("spotting" | "light" | "medium" | "heavy") | null;
            /**
             * Symptoms
             * @default null
             */
            symptoms?: ("cramps" | "back_pain" | "headache" | "breast_tenderness" | "bloating" | "nausea" | "fatigue" | "poor_sleep" | "low_mood" | "irritability" | "cravings" | "acne" | "diarrhoea" | "constipation")[] | null;
            /**
             * Note
             * @default null
             */
            note?: string | null;
        };
        /**
         * PhaseToday
         * @description Which phase it is likely today: `day` counts from 1 at the first day of bleeding; probabilities add up to 1.
         */
        PhaseToday: {
            /**
             * Name
             * @enum {string}
             */
            name: "menstrual" | "follicular" | "ovulation" | "luteal";
            /** Day */
            day: number;
            /** Probabilities */
            probabilities: {
                [key: string]: number;
            };
        };
        /**
         * Photo
         * @description A photo; the URLs are signed, and work for a while. `bytes` is what was announced.
         */
        Photo: {
            /**
             * Id
             * Format: uuid
             */
            id: string;
            /**
             * Pose
             * @enum {string}
             */
            pose: "front" | "side" | "back" | "meal";
            /**
             * Taken At
             * Format: date-time
             */
            taken_at: string;
            /**
             * Day
             * Format: date
             */
            day: string;
            /**
             * Status
             * @enum {string}
             */
            status: "pending" | "ready";
            /** Content Type */
            content_type: string;
            /** Bytes */
            bytes: number;
            /**
             * Width
             * @default null
             */
            width?: number | null;
            /**
             * Height
             * @default null
             */
            height?: number | null;
            /**
             * Url
             * @default null
             */
            url?: string | null;
            /**
             * Thumbnail Url
             * @default null
             */
            thumbnail_url?: string | null;
        };
        /**
         * PhotoIn
         * @description A photo that will be uploaded. With an `id` of the client's the same can be announced again without harm.
         * @example {
         *       "bytes": 2184320,
         *       "content_type": "image/jpeg",
         *       "pose": "front",
         *       "taken_at": "2026-11-23T07:15:00+01:00"
         *     }
         */
        PhotoIn: {
            /** Content Type */
            content_type: string;
            /** Bytes */
            bytes: number;
            /**
             * Pose
             * @enum {string}
             */
            pose: "front" | "side" | "back" | "meal";
            /**
             * Taken At
             * Format: date-time
             */
            taken_at: string;
            /**
             * Id
             * @default null
             */
            id?: string | null;
        };
        /**
         * PhotoList
         * @description A page, newest first. `next_cursor` is null on the last one.
         */
        PhotoList: {
            /** Items */
            items: components["schemas"]["Photo"][];
            /** Next Cursor */
            next_cursor: string | null;
        };
        /**
         * Picture
         * @description A picture; the URLs are signed, and work for a while.
         */
        Picture: {
            /** Url */
            url: string;
            /** Thumbnail Url */
            thumbnail_url: string;
            /** Width */
            width: number;
            /** Height */
            height: number;
        };
        /** PictureAnnounced */
        PictureAnnounced: {
            upload: components["schemas"]["UploadTo"];
        };
        /**
         * PictureIn
         * @description A file that will be uploaded: JPEG, PNG or WebP, and how many bytes it has.
         * @example {
         *       "bytes": 184320,
         *       "content_type": "image/jpeg"
         *     }
         */
        PictureIn: {
            /** Content Type */
            content_type: string;
            /** Bytes */
            bytes: number;
        };
        /**
         * PlanChange
         * @description What an adjusted plan does otherwise than the one it came from.
         */
        PlanChange: {
            /**
             * Kind
             * @enum {string}
             */
            kind: "added" | "removed" | "swapped" | "sets" | "effort" | "load" | "minutes" | "days" | "weeks" | "deload";
            /** Text */
            text: string;
        };
        /**
         * PlanIn
         * @description A whole plan, put in place of one.
         * @example {
         *       "days": [
         *         {
         *           "exercises": [
         *             {
         *               "exercise_id": "barbell-back-squat",
         *               "sets": [
         *                 {
         *                   "reps": [
         *                     5,
         *                     8
         *                   ],
         *                   "rest_s": 180,
         *                   "rir": 2,
         *                   "weight_kg": 80
         *                 }
         *               ],
         *               "swaps": [
         *                 "leg-press"
         *               ]
         *             }
         *           ],
         *           "id": "0192f0a0-0000-7000-8000-000000000001",
         *           "minutes": 30,
         *           "name": "Full body",
         *           "order": 1,
         *           "week": 1
         *         }
         *       ],
         *       "goal": "perform",
         *       "name": "Two days of strength",
         *       "weeks": 4
         *     }
         */
        PlanIn: {
            /** Name */
            name: string;
            /**
             * Goal
             * @enum {string}
             */
            goal: "lose" | "maintain" | "gain" | "perform" | "health";
            /** Weeks */
            weeks: number;
            /**
             * Status
             * @default proposed
             * @enum {string}
             */
            status?: "proposed" | "active" | "done";
            /** Days */
            days: components["schemas"]["PlannedSession"][];
            /**
             * Notes
             * @default []
             */
            notes?: string[];
            /** @default null */
            given?: components["schemas"]["Given"] | null;
            /**
             * Created At
             * @default null
             */
            created_at?: string | null;
            /**
             * Replaces
             * @default null
             */
            replaces?: string | null;
            /**
             * Changes
             * @default []
             */
            changes?: components["schemas"]["PlanChange"][];
            /**
             * Id
             * @default null
             */
            id?: string | null;
        };
        /**
         * PlanRequest
         * @description What to make a plan for; what is left out comes from the profile. The same sent again makes no second plan.
         *
         *     `avoid` takes exercises, muscles and injuries in one's own words.
         * @example {
         *       "days_per_week": 4,
         *       "focus": [
         *         "side_delts"
         *       ],
         *       "goal": "gain",
         *       "minutes": 60,
         *       "weeks": 6
         *     }
         */
        PlanRequest: {
            /**
             * Id
             * @default null
             */
            id?: string | null;
            /**
             * Goal
             * @default null
             */
            goal?: ("lose" | "maintain" | "gain" | "perform" | "health") | null;
            /** @default null */
            level?: components["schemas"]["Level"] | null;
            /**
             * Weeks
             * @default null
             */
            weeks?: number | null;
            /**
             * Days Per Week
             * @default null
             */
            days_per_week?: number | null;
            /**
             * Minutes
             * @default null
             */
            minutes?: number | null;
            /**
             * Equipment
             * @default null
             */
            equipment?: ("barbell" | "dumbbell" | "kettlebell" | "cable" | "machine" | "smith_machine" | "band" | "bench" | "rack" | "pull_up_bar" | "dip_bars" | "rings" | "suspension_trainer" | "trap_bar" | "ez_bar" | "landmine" | "medicine_ball" | "stability_ball" | "ab_wheel" | "box" | "step" | "sled" | "plate" | "sandbag" | "log" | "stones" | "yoke" | "farmers_handles" | "tyre" | "battle_ropes" | "jump_rope" | "rower" | "ski_erg" | "treadmill" | "bike" | "air_bike" | "elliptical" | "stair_climber" | "foam_roller" | "pool" | "roman_chair" | "preacher_bench" | "neck_harness" | "belt" | "sport_gear")[] | null;
            /**
             * Focus
             * @default []
             */
            focus?: ("chest" | "front_delts" | "side_delts" | "rear_delts" | "rotator_cuff" | "triceps" | "biceps" | "forearms" | "lats" | "upper_back" | "traps" | "lower_back" | "abs" | "obliques" | "hip_flexors" | "glutes" | "quads" | "hamstrings" | "adductors" | "abductors" | "calves" | "shins" | "neck")[];
            /**
             * Avoid
             * @default []
             */
            avoid?: string[];
        };
        /**
         * PlannedDay
         * @description A day of a plan. Totals and shortfalls are computed, as those of `PlannedMeal`.
         */
        PlannedDay: {
            /**
             * Day
             * Format: date
             */
            day: string;
            /** Meals */
            meals: components["schemas"]["PlannedMeal"][];
            /** @default null */
            totals?: components["schemas"]["Sums"] | null;
            /**
             * Shortfalls
             * @default null
             */
            shortfalls?: components["schemas"]["Shortfall"][] | null;
        };
        /**
         * PlannedExercise
         * @description `swaps` are exercises that do the same job, best first.
         */
        PlannedExercise: {
            /** Exercise Id */
            exercise_id: string;
            /** Sets */
            sets: components["schemas"]["PlannedSet"][];
            /**
             * Why
             * @default null
             */
            why?: string | null;
            /**
             * Swaps
             * @default []
             */
            swaps?: string[];
        };
        /**
         * PlannedMeal
         * @description A meal to come. Its items can be logged as those of a meal, as they are.
         *
         *     Name, recipe, minutes and totals are computed when a plan is written: what is sent of them is not looked at, so that a
         *     plan may be sent back as it was read, with other items.
         */
        PlannedMeal: {
            /**
             * Slot
             * @enum {string}
             */
            slot: "breakfast" | "lunch" | "dinner" | "snack";
            /**
             * Name
             * @default null
             */
            name?: string | null;
            /**
             * Recipe Id
             * @default null
             */
            recipe_id?: string | null;
            /**
             * Minutes
             * @default null
             */
            minutes?: number | null;
            /** Items */
            items: components["schemas"]["Item"][];
            /** @default null */
            totals?: components["schemas"]["Sums"] | null;
        };
        /**
         * PlannedSession
         * @description One day of training; `order` counts within its week, `deload` marks a lighter week.
         */
        PlannedSession: {
            /**
             * Id
             * Format: uuid
             */
            id: string;
            /** Name */
            name: string;
            /** Week */
            week: number;
            /** Order */
            order: number;
            /** Minutes */
            minutes: number;
            /**
             * Deload
             * @default false
             */
            deload?: boolean;
            /** Exercises */
            exercises: components["schemas"]["PlannedExercise"][];
        };
        /**
         * PlannedSet
         * @description A set to do. `reps` is a range; what is held has `duration_s` instead. `rest_s` is the rest after it.
         */
        PlannedSet: {
            /**
             * Kind
             * @default normal
             * @enum {string}
             */
            kind?: "warmup" | "normal";
            /**
             * Reps
             * @default null
             */
            reps?: number[] | null;
            /**
             * Duration S
             * @default null
             */
            duration_s?: number | null;
            /**
             * Distance M
             * @default null
             */
            distance_m?: number | null;
            /**
             * Rir
             * @default null
             */
            rir?: number | null;
            /**
             * Weight Kg
             * @default null
             */
            weight_kg?: number | null;
            /**
             * Rest S
             * @default 0
             */
            rest_s?: number;
        };
        /**
         * Portion
         * @description A household measure: `amount` of `label` weigh `grams`, so one weighs `grams / amount`.
         */
        Portion: {
            /** Label */
            label: string;
            /**
             * Amount
             * @default 1
             */
            amount?: number;
            /** Grams */
            grams: number;
        };
        /**
         * Prediction
         * @description What is likely, and what it is based on. What cannot be told is absent, and `why` says so.
         */
        Prediction: {
            /** @default null */
            next_start?: components["schemas"]["NextStart"] | null;
            /** @default null */
            phase?: components["schemas"]["PhaseToday"] | null;
            /** @default null */
            length?: components["schemas"]["CycleLength"] | null;
            /** Why */
            why: string;
        };
        /**
         * Problem
         * @description What went wrong, in the user's words; `errors` says which fields need attention.
         */
        Problem: {
            /**
             * Type
             * @default about:blank
             */
            type?: string;
            /** Title */
            title: string;
            /** Status */
            status: number;
            /** Detail */
            detail: string;
            /**
             * Errors
             * @default []
             */
            errors?: {
                /** Field */
                field: string;
                /** Message */
                message: string;
            }[];
            /** Request Id */
            request_id: string;
        };
        /** ProfilePatch */
        ProfilePatch: {
            /**
             * Name
             * @default null
             */
            name?: string | null;
            /**
             * Birth Date
             * @default null
             */
            birth_date?: string | null;
            /**
             * Sex
             * @default null
             */
            sex?: ("female" | "male" | "other") | null;
            /**
             * Height Cm
             * @default null
             */
            height_cm?: number | null;
            /**
             * Time Zone
             * @default null
             */
            time_zone?: string | null;
            /**
             * Units
             * @default null
             */
            units?: ("metric" | "imperial") | null;
            /**
             * Locale
             * @default null
             */
            locale?: string | null;
            /**
             * Fitness Level
             * @default null
             */
            fitness_level?: ("beginner" | "intermediate" | "advanced") | null;
            /**
             * Activity Level
             * @default null
             */
            activity_level?: ("sedentary" | "light" | "moderate" | "active" | "very_active") | null;
            /**
             * Goal
             * @default null
             */
            goal?: ("lose" | "maintain" | "gain" | "perform" | "health") | null;
            /**
             * Equipment
             * @default null
             */
            equipment?: ("barbell" | "dumbbell" | "kettlebell" | "cable" | "machine" | "smith_machine" | "band" | "bench" | "rack" | "pull_up_bar" | "dip_bars" | "rings" | "suspension_trainer" | "trap_bar" | "ez_bar" | "landmine" | "medicine_ball" | "stability_ball" | "ab_wheel" | "box" | "step" | "sled" | "plate" | "sandbag" | "log" | "stones" | "yoke" | "farmers_handles" | "tyre" | "battle_ropes" | "jump_rope" | "rower" | "ski_erg" | "treadmill" | "bike" | "air_bike" | "elliptical" | "stair_climber" | "foam_roller" | "pool" | "roman_chair" | "preacher_bench" | "neck_harness" | "belt" | "sport_gear")[] | null;
            /**
             * Training Days Per Week
             * @default null
             */
            training_days_per_week?: number | null;
            /**
             * Session Minutes
             * @default null
             */
            session_minutes?: number | null;
            /** @default null */
            dietary?: components["schemas"]["Dietary"] | null;
            /** @default null */
            coach?: components["schemas"]["CoachPreferences"] | null;
            /** @default null */
            health?: components["schemas"]["Health"] | null;
            /** @default null */
            quiet_hours?: components["schemas"]["QuietHours"] | null;
            /** @default null */
            notifications?: components["schemas"]["Notifications"] | null;
        };
        /**
         * Progress
         * @description How far it has come. Rates are of the metric's unit a week; the ranges hold the truth 9 times in 10.
         *
         *     `expected_on` is when it is reached if it goes on like this, `expected_from` and `expected_until` its range; the latter
         *     is absent where it may never be.
         */
        Progress: {
            /**
             * Value
             * @default null
             */
            value?: number | null;
            /**
             * Percent
             * @default null
             */
            percent?: number | null;
            /**
             * Rate Per Week
             * @default null
             */
            rate_per_week?: number | null;
            /**
             * Rate Low
             * @default null
             */
            rate_low?: number | null;
            /**
             * Rate High
             * @default null
             */
            rate_high?: number | null;
            /**
             * Expected On
             * @default null
             */
            expected_on?: string | null;
            /**
             * Expected From
             * @default null
             */
            expected_from?: string | null;
            /**
             * Expected Until
             * @default null
             */
            expected_until?: string | null;
            /**
             * On Track
             * @default null
             */
            on_track?: boolean | null;
        };
        /** Question */
        Question: {
            /** Id */
            id: string;
            /** Text */
            text: string;
            /**
             * Kind
             * @enum {string}
             */
            kind: "yes_no" | "choice";
            /** Needed */
            needed: boolean;
        };
        /** QuietHours */
        QuietHours: {
            /** Start */
            start: string;
            /** End */
            end: string;
        };
        /** Readiness */
        Readiness: {
            /** Ok */
            ok: boolean;
            /** Dependencies */
            dependencies: {
                [key: string]: components["schemas"]["Dependency"];
            };
        };
        /** RecentCheckin */
        RecentCheckin: {
            /**
             * Day
             * Format: date
             */
            day: string;
            /**
             * Value
             * @default null
             */
            value?: number | null;
        };
        /**
         * RecentFood
         * @description A food or a recipe that was logged lately: its last amount, when, and in how many meals.
         */
        RecentFood: {
            /**
             * Food Id
             * @default null
             */
            food_id?: string | null;
            /**
             * Recipe Id
             * @default null
             */
            recipe_id?: string | null;
            /** Name */
            name: string;
            /** Amount */
            amount: number;
            /** Unit */
            unit: string;
            /**
             * At
             * Format: date-time
             */
            at: string;
            /** Count */
            count: number;
        };
        /**
         * RecentFoodList
         * @description A page, newest first. `next_cursor` is null on the last one.
         */
        RecentFoodList: {
            /** Items */
            items: components["schemas"]["RecentFood"][];
            /** Next Cursor */
            next_cursor: string | null;
        };
        /**
         * RecipeIn
         * @description A recipe of one's own to save. With an `id` of the client's the same can be sent again without harm.
         * @example {
         *       "ingredients": [
         *         {
         *           "food_id": "usda-20038",
         *           "grams": 80,
         *           "label": "1 cup oats"
         *         },
         *         {
         *           "food_id": "usda-01077",
         *           "grams": 244,
         *           "label": "1 cup whole milk"
         *         }
         *       ],
         *       "minutes": 5,
         *       "name": "Overnight oats",
         *       "servings": 2,
         *       "steps": [
         *         "Mix, and leave in the fridge overnight."
         *       ]
         *     }
         */
        RecipeIn: {
            /** Name */
            name: string;
            /** Servings */
            servings: number;
            /**
             * Minutes
             * @default null
             */
            minutes?: number | null;
            /**
             * Tags
             * @default []
             */
            tags?: string[];
            /** Ingredients */
            ingredients: components["schemas"]["OwnIngredient"][];
            /**
             * Steps
             * @default []
             */
            steps?: string[];
            /**
             * Notes
             * @default null
             */
            notes?: string | null;
            /**
             * Id
             * @default null
             */
            id?: string | null;
        };
        /** RecipePatch */
        RecipePatch: {
            /**
             * Name
             * @default null
             */
            name?: string | null;
            /**
             * Servings
             * @default null
             */
            servings?: number | null;
            /**
             * Minutes
             * @default null
             */
            minutes?: number | null;
            /**
             * Tags
             * @default null
             */
            tags?: string[] | null;
            /**
             * Ingredients
             * @default null
             */
            ingredients?: components["schemas"]["OwnIngredient"][] | null;
            /**
             * Steps
             * @default null
             */
            steps?: string[] | null;
            /**
             * Notes
             * @default null
             */
            notes?: string | null;
        };
        /**
         * RecoveryCodes
         * @description Shown once; each works once.
         */
        RecoveryCodes: {
            /** Recovery Codes */
            recovery_codes: string[];
        };
        /**
         * RefreshIn
         * @example {
         *       "refresh_token": "0192…"
         *     }
         */
        RefreshIn: {
            /** Refresh Token */
            refresh_token: string;
        };
        /**
         * RegisterIn
         * @example {
         *       "email": "ana@example.com",
         *       "password": "Correct-Horse-7"
         *     }
         */
        RegisterIn: {
            /**
             * Phone
             * @default null
             */
            phone?: string | null;
            /**
             * Email
             * @default null
             */
            email?: string | null;
            /** Password */
            password: string;
        };
        /**
         * Registered
         * @description What an app that registers is told.
         *
         *     `delivers` is false where pushes only go to an inbox that developers read: then the app reminds by itself.
         */
        Registered: {
            /**
             * Platform
             * @enum {string}
             */
            platform: "ios" | "android" | "web";
            /** Token */
            token: string;
            /**
             * App Version
             * @default null
             */
            app_version?: string | null;
            /**
             * Locale
             * @default null
             */
            locale?: string | null;
            /** Id */
            id: string;
            /**
             * Registered At
             * Format: date-time
             */
            registered_at: string;
            /** Delivers */
            delivers: boolean;
        };
        /**
         * Reminder
         * @description A reminder as read. `next_due_at` is there when it will come again; `snoozed` when that is because of a snooze.
         */
        Reminder: {
            /**
             * Kind
             * @enum {string}
             */
            kind: "workout" | "meal" | "water" | "habit" | "measurement" | "custom";
            /** Title */
            title: string;
            /**
             * Body
             * @default null
             */
            body?: string | null;
            /**
             * At Local
             * @default null
             */
            at_local?: string | null;
            /**
             * Days
             * @default []
             */
            days?: number[];
            /**
             * Once At
             * @default null
             */
            once_at?: string | null;
            /**
             * Enabled
             * @default true
             */
            enabled?: boolean;
            /**
             * Channels
             * @default [
             *       "push"
             *     ]
             */
            channels?: ("push" | "email" | "sms")[];
            /**
             * Snooze
             * @default null
             */
            snooze?: number | null;
            /**
             * Only If Not Done
             * @default false
             */
            only_if_not_done?: boolean;
            /**
             * Target Id
             * @default null
             */
            target_id?: string | null;
            /**
             * Id
             * Format: uuid
             */
            id: string;
            /**
             * Next Due At
             * @default null
             */
            next_due_at?: string | null;
            /**
             * Snoozed
             * @default false
             */
            snoozed?: boolean;
        };
        /** ReminderDue */
        ReminderDue: {
            /**
             * Reminder Id
             * Format: uuid
             */
            reminder_id: string;
            /** Kind */
            kind: string;
            /** Title */
            title: string;
            /**
             * Due At
             * Format: date-time
             */
            due_at: string;
        };
        /**
         * ReminderIn
         * @description A reminder to save. With an `id` of the client's the same can be sent again without harm.
         * @example {
         *       "at_local": "18:00",
         *       "channels": [
         *         "push"
         *       ],
         *       "days": [
         *         1,
         *         3,
         *         5
         *       ],
         *       "kind": "workout",
         *       "only_if_not_done": true,
         *       "title": "Time to train"
         *     }
         */
        ReminderIn: {
            /**
             * Kind
             * @enum {string}
             */
            kind: "workout" | "meal" | "water" | "habit" | "measurement" | "custom";
            /** Title */
            title: string;
            /**
             * Body
             * @default null
             */
            body?: string | null;
            /**
             * At Local
             * @default null
             */
            at_local?: string | null;
            /**
             * Days
             * @default []
             */
            days?: number[];
            /**
             * Once At
             * @default null
             */
            once_at?: string | null;
            /**
             * Enabled
             * @default true
             */
            enabled?: boolean;
            /**
             * Channels
             * @default [
             *       "push"
             *     ]
             */
            channels?: ("push" | "email" | "sms")[];
            /**
             * Snooze
             * @default null
             */
            snooze?: number | null;
            /**
             * Only If Not Done
             * @default false
             */
            only_if_not_done?: boolean;
            /**
             * Target Id
             * @default null
             */
            target_id?: string | null;
            /**
             * Id
             * @default null
             */
            id?: string | null;
        };
        /**
         * ReminderList
         * @description A page, newest first. `next_cursor` is null on the last one.
         */
        ReminderList: {
            /** Items */
            items: components["schemas"]["Reminder"][];
            /** Next Cursor */
            next_cursor: string | null;
        };
        /** ReminderPatch */
        ReminderPatch: {
            /**
             * Kind
             * @default null
             */
            kind?: ("workout" | "meal" | "water" | "habit" | "measurement" | "custom") | null;
            /**
             * Title
             * @default null
             */
            title?: string | null;
            /**
             * Body
             * @default null
             */
            body?: string | null;
            /**
             * At Local
             * @default null
             */
            at_local?: string | null;
            /**
             * Days
             * @default null
             */
            days?: number[] | null;
            /**
             * Once At
             * @default null
             */
            once_at?: string | null;
            /**
             * Enabled
             * @default null
             */
            enabled?: boolean | null;
            /**
             * Channels
             * @default null
             */
            channels?: ("push" | "email" | "sms")[] | null;
            /**
             * Snooze
             * @default null
             */
            snooze?: number | null;
            /**
             * Only If Not Done
             * @default null
             */
            only_if_not_done?: boolean | null;
            /**
             * Target Id
             * @default null
             */
            target_id?: string | null;
        };
        /**
         * ResetIn
         * @example {
         *       "email": "ana@example.com",
         *       "otp": "123456",
         *       "password": "Correct-Horse-8"
         *     }
         */
        ResetIn: {
            /**
             * Phone
             * @default null
             */
            phone?: string | null;
            /**
             * Email
             * @default null
             */
            email?: string | null;
            /** Otp */
            otp: string;
            /** Password */
            password: string;
        };
        /** Safety */
        Safety: {
            /** Category */
            category: string;
            /**
             * Level
             * @enum {string}
             */
            level: "notice" | "ask" | "stop";
        };
        /**
         * Said
         * @description What the person said of a custom goal, and on which day.
         */
        Said: {
            /**
             * On
             * Format: date
             */
            on: string;
            /** Value */
            value: number;
        };
        /**
         * Screening
         * @description Answers to the questions before training (`GET …/screening`); what is left out is not known.
         */
        Screening: {
            /**
             * Active
             * @default null
             */
            active?: boolean | null;
            /**
             * Disease
             * @default null
             */
            disease?: boolean | null;
            /**
             * Symptoms
             * @default null
             */
            symptoms?: boolean | null;
            /**
             * Supervised
             * @default null
             */
            supervised?: boolean | null;
            /**
             * Medicines
             * @default null
             */
            medicines?: boolean | null;
            /**
             * Joints
             * @default null
             */
            joints?: boolean | null;
            /**
             * Intensity
             * @default null
             */
            intensity?: ("light" | "moderate" | "vigorous") | null;
            /**
             * Answered At
             * @default null
             */
            answered_at?: string | null;
        };
        /**
         * SecondFactor
         * @description Whether a code is asked for after signing in, and how many recovery codes were not used yet.
         */
        SecondFactor: {
            /** On */
            on: boolean;
            /** Recovery Codes Left */
            recovery_codes_left: number;
        };
        /**
         * Session
         * @description What an app keeps. The access token lives 15 minutes; the refresh token is replaced at each refresh.
         */
        Session: {
            /** Access Token */
            access_token: string;
            /**
             * Token Type
             * @constant
             */
            token_type: "Bearer";
            /** Expires In */
            expires_in: number;
            /**
             * Refresh Token
             * @default null
             */
            refresh_token?: string | null;
            user: components["schemas"]["User"];
            /** Is New User */
            is_new_user: boolean;
        };
        /** SessionInfo */
        SessionInfo: {
            /**
             * Id
             * Format: uuid
             */
            id: string;
            /**
             * Created At
             * Format: date-time
             */
            created_at: string;
            /**
             * Last Used At
             * Format: date-time
             */
            last_used_at: string;
            /** Device */
            device: string;
            /** Current */
            current: boolean;
        };
        /** Sessions */
        Sessions: {
            /** Items */
            items: components["schemas"]["SessionInfo"][];
            /** Next Cursor */
            next_cursor: string | null;
        };
        /**
         * Set
         * @description One set. `weight_lb` may be sent instead of `weight_kg`; it is stored as kilograms, to the gram.
         *
         *     `assist_kg` is what a machine or a band took off the body's weight: it is kept, and counts in no volume and no best.
         */
        Set: {
            /**
             * Kind
             * @default normal
             * @enum {string}
             */
            kind?: "warmup" | "normal" | "drop" | "failure";
            /**
             * Reps
             * @default null
             */
            reps?: number | null;
            /**
             * Weight Kg
             * @default null
             */
            weight_kg?: number | null;
            /**
             * Weight Lb
             * @default null
             */
            weight_lb?: number | null;
            /**
             * Assist Kg
             * @default null
             */
            assist_kg?: number | null;
            /**
             * Rpe
             * @default null
             */
            rpe?: number | null;
            /**
             * Rir
             * @default null
             */
            rir?: number | null;
            /**
             * Duration S
             * @default null
             */
            duration_s?: number | null;
            /**
             * Distance M
             * @default null
             */
            distance_m?: number | null;
            /**
             * Done
             * @default true
             */
            done?: boolean;
        };
        /**
         * Shortfall
         * @description A nutrient of which a day has less than the reference intake, and how much of that it has.
         */
        Shortfall: {
            /** Nutrient */
            nutrient: string;
            /** Amount */
            amount: number;
            /** Reference */
            reference: number;
            /** Percent */
            percent: number;
        };
        /**
         * ShownDay
         * @description A day as stored: `totals` of every nutrient that has a reference intake or a limit.
         */
        ShownDay: {
            /**
             * Day
             * Format: date
             */
            day: string;
            /** Meals */
            meals: components["schemas"]["ShownMeal"][];
            totals: components["schemas"]["Sums"];
            /** Shortfalls */
            shortfalls: components["schemas"]["Shortfall"][];
        };
        /**
         * ShownIngredient
         * @description The same with its name; `grams` are raw. One whose food is gone has no name, and counts as unknown.
         */
        ShownIngredient: {
            /**
             * Food Id
             * @default null
             */
            food_id?: string | null;
            /**
             * Grams
             * @default null
             */
            grams?: number | null;
            /**
             * Recipe Id
             * @default null
             */
            recipe_id?: string | null;
            /**
             * Servings
             * @default null
             */
            servings?: number | null;
            /**
             * Label
             * @default null
             */
            label?: string | null;
            /**
             * Name
             * @default null
             */
            name?: string | null;
        };
        /**
         * ShownMeal
         * @description A meal as stored. `recipe_id` is that of its recipe, if it has one, `minutes` what cooking takes, where known.
         *
         *     Items have energy, protein, carbohydrate, fat and fibre; of what is logged Fitzen computes all nutrients.
         */
        ShownMeal: {
            /**
             * Slot
             * @enum {string}
             */
            slot: "breakfast" | "lunch" | "dinner" | "snack";
            /** Name */
            name: string;
            /**
             * Recipe Id
             * @default null
             */
            recipe_id?: string | null;
            /**
             * Minutes
             * @default null
             */
            minutes?: number | null;
            /** Items */
            items: components["schemas"]["EatenItem"][];
            totals: components["schemas"]["Sums"];
        };
        /**
         * ShownRecipe
         * @description A recipe with what one serving comes to.
         *
         *     `per_serving` sums the ingredients that give a nutrient, `unknown` says how many do not, and `grams_per_serving` is
         *     what they weigh before they are cooked. With `?servings=` the ingredients are for that many; a serving stays the
         *     same. `allergens` and `may_contain` are known of shipped recipes only.
         */
        ShownRecipe: {
            /** Id */
            id: string;
            /** Name */
            name: string;
            /** Servings */
            servings: number;
            /**
             * Minutes
             * @default null
             */
            minutes?: number | null;
            /**
             * Prep Minutes
             * @default null
             */
            prep_minutes?: number | null;
            /**
             * Cook Minutes
             * @default null
             */
            cook_minutes?: number | null;
            /**
             * Tags
             * @default []
             */
            tags?: (("breakfast" | "lunch" | "dinner" | "snack") | ("american" | "argentinian" | "asian" | "australian" | "british" | "caribbean" | "chinese" | "cypriot" | "dutch" | "egyptian" | "ethiopian" | "european" | "french" | "german" | "greek" | "hawaiian" | "icelandic" | "indian" | "indonesian" | "irish" | "italian" | "japanese" | "korean" | "lebanese" | "mediterranean" | "mexican" | "middle_eastern" | "moroccan" | "portuguese" | "russian" | "scandinavian" | "south_american" | "spanish" | "sri_lankan" | "swedish" | "swiss" | "thai" | "turkish" | "vietnamese" | "west_african") | ("budget" | "meal_prep") | ("high_protein" | "keto") | ("vegan" | "vegetarian" | "pescatarian" | "halal_possible" | "kosher_possible" | "paleo" | "gluten_free" | "dairy_free" | "egg_free" | "nut_free") | string)[];
            /**
             * Allergens
             * @default null
             */
            allergens?: ("gluten" | "crustaceans" | "eggs" | "fish" | "peanuts" | "soy" | "milk" | "nuts" | "celery" | "mustard" | "sesame" | "sulphites" | "lupin" | "molluscs")[] | null;
            /**
             * May Contain
             * @default null
             */
            may_contain?: ("gluten" | "crustaceans" | "eggs" | "fish" | "peanuts" | "soy" | "milk" | "nuts" | "celery" | "mustard" | "sesame" | "sulphites" | "lupin" | "molluscs")[] | null;
            /** Ingredients */
            ingredients: components["schemas"]["ShownIngredient"][];
            /**
             * Steps
             * @default []
             */
            steps?: string[];
            /**
             * Notes
             * @default null
             */
            notes?: string | null;
            /** Source */
            source: string;
            per_serving: components["schemas"]["Sums"];
            /**
             * Unknown
             * @default {}
             */
            unknown?: {
                [key: string]: number;
            };
            /**
             * Grams Per Serving
             * @default null
             */
            grams_per_serving?: number | null;
            /**
             * Image Url
             * @default null
             */
            image_url?: string | null;
        };
        /**
         * ShownRecipeList
         * @description A page, newest first. `next_cursor` is null on the last one.
         */
        ShownRecipeList: {
            /** Items */
            items: components["schemas"]["ShownRecipe"][];
            /** Next Cursor */
            next_cursor: string | null;
        };
        /**
         * ShownRecipeList
         * @description A page, newest first. `next_cursor` is null on the last one.
         */
        ShownRecipeList1: {
            /** Items */
            items: components["schemas"]["ShownRecipe"][];
            /** Next Cursor */
            next_cursor: string | null;
        };
        /**
         * ShownScreening
         * @description The questions before training and what the answers come to.
         *
         *     `clearance_before` is the least intensity that a doctor should allow first; `careful`: plans are conservative;
         *     `ask_again`: the answers are older than a year.
         */
        ShownScreening: {
            /** Questions */
            questions: components["schemas"]["Question"][];
            answers: components["schemas"]["Screening"];
            /** Answered At */
            answered_at: string | null;
            /** Ask Again */
            ask_again: boolean;
            /**
             * Outcome
             * @enum {string}
             */
            outcome: "fine" | "clearance_needed" | "unanswered";
            /** Clearance Before */
            clearance_before: ("any" | "moderate" | "vigorous") | null;
            /** Careful */
            careful: boolean;
            /** Reasons */
            reasons: string[];
            /** Text */
            text: string;
        };
        /**
         * SignedIn
         * @description A session; or, with a second factor on, what to verify first.
         */
        SignedIn: components["schemas"]["Session"] | components["schemas"]["MfaRequired"];
        /**
         * SlotSummary
         * @description What was eaten as one kind of meal: energy and macronutrients.
         */
        SlotSummary: {
            /**
             * Slot
             * @enum {string}
             */
            slot: "breakfast" | "lunch" | "dinner" | "snack";
            /** Items */
            items: number;
            totals: components["schemas"]["Sums"];
            /**
             * Unknown
             * @default {}
             */
            unknown?: {
                [key: string]: number;
            };
        };
        /**
         * SnoozeIn
         * @description How long to wait; as long as the reminder says, or 10 minutes, when left out.
         * @example {
         *       "minutes": 15
         *     }
         */
        SnoozeIn: {
            /**
             * Minutes
             * @default null
             */
            minutes?: number | null;
        };
        /**
         * Source
         * @description Where a figure comes from, such as `workout:<id>`.
         */
        Source: {
            /** Label */
            label: string;
            /** Ref */
            ref: string;
        };
        /**
         * SourceOf
         * @description Where something comes from, such as `workout:<id>`.
         */
        SourceOf: {
            /** Label */
            label: string;
            /** Ref */
            ref: string;
        };
        /**
         * Stats
         * @description The last weeks, newest first, those without a workout too.
         */
        Stats: {
            /** Weeks */
            weeks: components["schemas"]["Week"][];
        };
        /**
         * Streak
         * @description Successes in a row, by days that were due or by weeks; what is paused neither adds nor breaks.
         */
        Streak: {
            /** Current */
            current: number;
            /** Longest */
            longest: number;
            /**
             * Unit
             * @enum {string}
             */
            unit: "days" | "weeks";
        };
        /**
         * Summary
         * @description What was eaten on a day, or a day on average, against targets.
         *
         *     `totals` of several days are means of the days that give a nutrient; `items`, and `unknown`, how many of them do not
         *     give it, are those of all days together. `left` is the target less what was eaten. `water_ml` is the mean of days
         *     with water, `water_target_ml` what to drink of everything. `slots` are sums. `micronutrients` need a birth date.
         */
        Summary: {
            /**
             * Starts On
             * Format: date
             */
            starts_on: string;
            /**
             * Ends On
             * Format: date
             */
            ends_on: string;
            /** Days Logged */
            days_logged: number;
            /** Items */
            items: number;
            totals: components["schemas"]["Sums"];
            /**
             * Unknown
             * @default {}
             */
            unknown?: {
                [key: string]: number;
            };
            /** Water Ml */
            water_ml: number;
            /**
             * Water Target Ml
             * @default null
             */
            water_target_ml?: number | null;
            /** @default null */
            targets?: components["schemas"]["Targets"] | null;
            /**
             * Missing
             * @default []
             */
            missing?: string[];
            /** @default null */
            left?: components["schemas"]["Sums"] | null;
            /** Slots */
            slots: components["schemas"]["SlotSummary"][];
            /** Micronutrients */
            micronutrients: components["schemas"]["Micronutrient"][];
            /** Days */
            days: components["schemas"]["SummaryDay"][];
        };
        /**
         * SummaryDay
         * @description A day of the range: energy, macronutrients and water; no items where nothing was logged.
         */
        SummaryDay: {
            /**
             * Day
             * Format: date
             */
            day: string;
            /** Items */
            items: number;
            /**
             * Complete
             * @default null
             */
            complete?: boolean | null;
            totals: components["schemas"]["Sums"];
            /** Water Ml */
            water_ml: number;
        };
        Sums: {
            energy_kcal?: number;
            protein_g?: number;
            carbs_g?: number;
            fat_g?: number;
            fiber_g?: number;
            sugar_g?: number;
            starch_g?: number;
            saturated_g?: number;
            monounsaturated_g?: number;
            polyunsaturated_g?: number;
            trans_fat_g?: number;
            omega3_g?: number;
            omega6_g?: number;
            cholesterol_mg?: number;
            sodium_mg?: number;
            potassium_mg?: number;
            calcium_mg?: number;
            iron_mg?: number;
            magnesium_mg?: number;
            phosphorus_mg?: number;
            zinc_mg?: number;
            copper_mg?: number;
            manganese_mg?: number;
            selenium_ug?: number;
            fluoride_ug?: number;
            vitamin_a_rae_ug?: number;
            retinol_ug?: number;
            alpha_carotene_ug?: number;
            beta_carotene_ug?: number;
            beta_cryptoxanthin_ug?: number;
            lycopene_ug?: number;
            lutein_zeaxanthin_ug?: number;
            thiamin_mg?: number;
            riboflavin_mg?: number;
            niacin_mg?: number;
            pantothenic_acid_mg?: number;
            vitamin_b6_mg?: number;
            folate_ug?: number;
            vitamin_b12_ug?: number;
            choline_mg?: number;
            vitamin_c_mg?: number;
            vitamin_d_ug?: number;
            vitamin_e_mg?: number;
            beta_tocopherol_mg?: number;
            gamma_tocopherol_mg?: number;
            delta_tocopherol_mg?: number;
            vitamin_k_ug?: number;
            alcohol_g?: number;
            caffeine_mg?: number;
            water_g?: number;
            ash_g?: number;
            phytosterol_mg?: number;
            alanine_g?: number;
            arginine_g?: number;
            aspartic_acid_g?: number;
            cystine_g?: number;
            glutamic_acid_g?: number;
            glycine_g?: number;
            histidine_g?: number;
            hydroxyproline_g?: number;
            isoleucine_g?: number;
            leucine_g?: number;
            lysine_g?: number;
            methionine_g?: number;
            phenylalanine_g?: number;
            proline_g?: number;
            serine_g?: number;
            threonine_g?: number;
            tryptophan_g?: number;
            tyrosine_g?: number;
            valine_g?: number;
        };
        /**
         * SwapIn
         * @description Another meal in the place of one: the `place`th of its slot on that day, as `recipe_id` or the best that fits.
         *
         *     With `dry_run` nothing is stored: the answer says what would be, and what else could.
         * @example {
         *       "day": "2026-11-30",
         *       "slot": "dinner"
         *     }
         */
        SwapIn: {
            /**
             * Day
             * Format: date
             */
            day: string;
            /**
             * Slot
             * @enum {string}
             */
            slot: "breakfast" | "lunch" | "dinner" | "snack";
            /**
             * Place
             * @default 1
             */
            place?: number;
            /**
             * Recipe Id
             * @default null
             */
            recipe_id?: string | null;
            /**
             * Wish
             * @default null
             */
            wish?: string | null;
            /**
             * Dry Run
             * @default false
             */
            dry_run?: boolean;
        };
        /**
         * Swapped
         * @description A plan after a swap: the meal `before` and `after`, and other meals that fit as well.
         */
        Swapped: {
            plan: components["schemas"]["MealPlan"];
            before: components["schemas"]["ShownMeal"];
            after: components["schemas"]["ShownMeal"];
            /** Alternatives */
            alternatives: components["schemas"]["ShownMeal"][];
        };
        /**
         * SyncChange
         * @description A record as it is now. What was deleted has no body, and never comes back under its id.
         */
        SyncChange: {
            /** Kind */
            kind: string;
            /** Id */
            id: string;
            /** Version */
            version: number;
            /** Deleted */
            deleted: boolean;
            /** Body */
            body: {
                [key: string]: unknown;
            } | null;
        };
        /**
         * SyncChanges
         * @description Ask again, with this `seq` and `mark`, at once where there is `more`.
         */
        SyncChanges: {
            /** Changes */
            changes: components["schemas"]["SyncChange"][];
            /** Seq */
            seq: number;
            /** Mark */
            mark: string | null;
            /** More */
            more: boolean;
        };
        /**
         * SyncIn
         * @example {
         *       "ops": [
         *         {
         *           "action": "create",
         *           "body": {
         *             "metric": "weight_kg",
         *             "taken_at": "2026-11-23T07:10:00+01:00",
         *             "value": 71.4
         *           },
         *           "id": "0196f0a1-0000-7000-8000-000000000001",
         *           "kind": "measurement",
         *           "op_id": "0196f0a1-0000-7000-8000-00000000000a"
         *         }
         *       ]
         *     }
         */
        SyncIn: {
            /** Ops */
            ops: components["schemas"]["SyncOp"][];
        };
        /**
         * SyncOp
         * @description What a person did. `base_version` is the version that they saw; without it the last write wins.
         */
        SyncOp: {
            /** Op Id */
            op_id: string;
            /** Kind */
            kind: string;
            /** Id */
            id: string;
            /**
             * Action
             * @enum {string}
             */
            action: "create" | "update" | "delete";
            /**
             * Base Version
             * @default null
             */
            base_version?: number | null;
            /**
             * Body
             * @default null
             */
            body?: {
                [key: string]: unknown;
            } | null;
        };
        /** SyncResults */
        SyncResults: Record<string, never>;
        /** Targets */
        Targets: {
            /** Energy Kcal */
            energy_kcal: number;
            /** Protein G */
            protein_g: number;
            /** Carbs G */
            carbs_g: number;
            /** Fat G */
            fat_g: number;
            /** Fiber G */
            fiber_g: number;
            /** Source */
            source: string;
        };
        /**
         * TargetsIn
         * @description Targets of a person's own for a day; fibre follows the energy where it is left out.
         * @example {
         *       "carbs_g": 270,
         *       "energy_kcal": 2400,
         *       "fat_g": 80,
         *       "protein_g": 150
         *     }
         */
        TargetsIn: {
            /** Energy Kcal */
            energy_kcal: number;
            /** Protein G */
            protein_g: number;
            /** Carbs G */
            carbs_g: number;
            /** Fat G */
            fat_g: number;
            /**
             * Fiber G
             * @default null
             */
            fiber_g?: number | null;
        };
        /**
         * TimeOff
         * @description From one day to another, both included; without `to` until further notice.
         */
        TimeOff: {
            /**
             * From
             * Format: date
             */
            from: string;
            /**
             * To
             * @default null
             */
            to?: string | null;
        };
        /**
         * Today
         * @description The person's day as it stands; `targets` is null while the profile says too little.
         */
        Today: {
            /**
             * Day
             * Format: date
             */
            day: string;
            targets: components["schemas"]["Targets"] | null;
            eaten: components["schemas"]["Eaten"];
            next_session: components["schemas"]["TurnOf"] | null;
            /** Habits */
            habits: components["schemas"]["DueHabit"][];
            weight: components["schemas"]["WeightNow"] | null;
            /** Reminders */
            reminders: components["schemas"]["ReminderDue"][];
            note: components["schemas"]["NoteOfToday"] | null;
            /**
             * Achievements
             * @description Earned in the last week, newest first.
             */
            achievements: components["schemas"]["Achievement"][];
            /**
             * Has Picture
             * @description Whether the person has a picture of themselves (avatar).
             */
            has_picture: boolean;
        };
        /** @enum {string} */
        Topic: "training" | "cardio" | "recovery" | "nutrition" | "weight" | "nutrients" | "supplements" | "sleep" | "injury" | "health" | "life_stages" | "motivation";
        /** Totals */
        Totals: {
            /** Volume Kg */
            volume_kg: number;
            /** Sets */
            sets: number;
            /** Reps */
            reps: number;
            /**
             * Energy Kcal
             * @default null
             */
            energy_kcal?: number | null;
        };
        /**
         * TotpSecret
         * @description Shown once. `otpauth_url` is what a QR code carries; nothing changes until it is confirmed by a code.
         */
        TotpSecret: {
            /** Secret */
            secret: string;
            /**
             * Otpauth Url
             * @example otpauth://totp/Fitzen:ana%40example.com?secret=…&issuer=Fitzen
             */
            otpauth_url: string;
        };
        /**
         * TrainingPlan
         * @description A plan as stored. `volume` and `warnings` are worked out from its days.
         */
        TrainingPlan: {
            /** Name */
            name: string;
            /**
             * Goal
             * @enum {string}
             */
            goal: "lose" | "maintain" | "gain" | "perform" | "health";
            /** Weeks */
            weeks: number;
            /**
             * Status
             * @default proposed
             * @enum {string}
             */
            status?: "proposed" | "active" | "done";
            /** Days */
            days: components["schemas"]["PlannedSession"][];
            /**
             * Notes
             * @default []
             */
            notes?: string[];
            /** @default null */
            given?: components["schemas"]["Given"] | null;
            /**
             * Created At
             * @default null
             */
            created_at?: string | null;
            /**
             * Replaces
             * @default null
             */
            replaces?: string | null;
            /**
             * Changes
             * @default []
             */
            changes?: components["schemas"]["PlanChange"][];
            /**
             * Id
             * Format: uuid
             */
            id: string;
            /** Volume */
            volume: components["schemas"]["MuscleVolume"][];
            /** Warnings */
            warnings: string[];
        };
        /**
         * TrainingPlanList
         * @description A page, newest first. `next_cursor` is null on the last one.
         */
        TrainingPlanList: {
            /** Items */
            items: components["schemas"]["TrainingPlan"][];
            /** Next Cursor */
            next_cursor: string | null;
        };
        /**
         * Trend
         * @description A straight line through the e1RM of the sessions shown: kilograms a week, and over how many sessions.
         */
        Trend: {
            /**
             * Metric
             * @enum {string}
             */
            metric: "e1rm_kg" | "weight_kg" | "volume_kg" | "reps" | "duration_s" | "distance_m";
            /** Per Week */
            per_week: number;
            /** Sessions */
            sessions: number;
            /** First */
            first: number;
            /** Last */
            last: number;
        };
        /**
         * TrendPoint
         * @description A value as measured, and what is left of it without its swings, with its range, where that can be said.
         */
        TrendPoint: {
            /**
             * At
             * Format: date-time
             */
            at: string;
            /**
             * Day
             * Format: date
             */
            day: string;
            /** Value */
            value: number;
            /**
             * Level
             * @default null
             */
            level?: number | null;
            /**
             * Low
             * @default null
             */
            low?: number | null;
            /**
             * High
             * @default null
             */
            high?: number | null;
        };
        /**
         * TurnOf
         * @description The session whose turn it is; `GET /api/workouts/{user_id}/next` has its loads.
         */
        TurnOf: {
            /** Name */
            name: string;
            /** Why */
            why: string;
            /** Exercises */
            exercises: string[];
            /**
             * Minutes
             * @default null
             */
            minutes?: number | null;
            /**
             * Plan Id
             * @default null
             */
            plan_id?: string | null;
            /**
             * Session Id
             * @default null
             */
            session_id?: string | null;
            /** Sources */
            sources: components["schemas"]["SourceOf"][];
        };
        /**
         * Understood
         * @description What was understood of a meal; nothing is saved. `items` can be sent as those of a meal: see `Item`.
         */
        Understood: {
            /** Items */
            items: components["schemas"]["UnderstoodItem"][];
            totals: components["schemas"]["Sums"];
            /** Unknown */
            unknown: {
                [key: string]: number;
            };
            /** Not Understood */
            not_understood: string[];
        };
        /**
         * UnderstoodItem
         * @description A food as understood, with what that much of it gives.
         */
        UnderstoodItem: {
            /** Food Id */
            food_id: string;
            /** Name */
            name: string;
            /** Amount */
            amount: number;
            /** Unit */
            unit: string;
            /** Grams */
            grams: number;
            /** Confidence */
            confidence: number;
            /**
             * Alternatives
             * @default []
             */
            alternatives?: components["schemas"]["Alternative"][];
            /** Text */
            text: string;
            /**
             * Of Dish
             * @default false
             */
            of_dish?: boolean;
            nutrients: components["schemas"]["Nutrients"];
        };
        /**
         * Upcoming
         * @description What comes in the next seven days, the next first; conditions are looked at only when it is due.
         */
        Upcoming: {
            /** Items */
            items: components["schemas"]["Due"][];
        };
        /**
         * UploadTo
         * @description Send the file by this method to this URL, with these headers, until `expires_at`.
         */
        UploadTo: {
            /**
             * Method
             * @constant
             */
            method: "PUT";
            /** Url */
            url: string;
            /** Headers */
            headers: {
                [key: string]: string;
            };
            /**
             * Expires At
             * Format: date-time
             */
            expires_at: string;
        };
        /**
         * Usage
         * @description What a person has used of the coach. Once it is used up, the built-in coach answers until `resets_at`.
         */
        Usage: {
            day: components["schemas"]["Allowance"];
            month: components["schemas"]["Allowance"];
            /**
             * Resets At
             * Format: date-time
             */
            resets_at: string;
        };
        /** UsageOut */
        UsageOut: {
            /** Input Tokens */
            input_tokens: number;
            /** Output Tokens */
            output_tokens: number;
            /** Cached Tokens */
            cached_tokens: number;
            /** Cost Usd */
            cost_usd: number;
            /**
             * Cache Write Tokens
             * @default 0
             */
            cache_write_tokens?: number;
        };
        /**
         * User
         * @description A person as stored and read.
         */
        User: {
            /**
             * Name
             * @default null
             */
            name?: string | null;
            /**
             * Birth Date
             * @default null
             */
            birth_date?: string | null;
            /**
             * Sex
             * @default null
             */
            sex?: ("female" | "male" | "other") | null;
            /**
             * Height Cm
             * @default null
             */
            height_cm?: number | null;
            /**
             * Time Zone
             * @default UTC
             */
            time_zone?: string;
            /**
             * Units
             * @default metric
             * @enum {string}
             */
            units?: "metric" | "imperial";
            /**
             * Locale
             * @default en
             */
            locale?: string;
            /**
             * Fitness Level
             * @default null
             */
            fitness_level?: ("beginner" | "intermediate" | "advanced") | null;
            /**
             * Activity Level
             * @default null
             */
            activity_level?: ("sedentary" | "light" | "moderate" | "active" | "very_active") | null;
            /**
             * Goal
             * @default null
             */
            goal?: ("lose" | "maintain" | "gain" | "perform" | "health") | null;
            /**
             * Equipment
             * @default []
             */
            equipment?: ("barbell" | "dumbbell" | "kettlebell" | "cable" | "machine" | "smith_machine" | "band" | "bench" | "rack" | "pull_up_bar" | "dip_bars" | "rings" | "suspension_trainer" | "trap_bar" | "ez_bar" | "landmine" | "medicine_ball" | "stability_ball" | "ab_wheel" | "box" | "step" | "sled" | "plate" | "sandbag" | "log" | "stones" | "yoke" | "farmers_handles" | "tyre" | "battle_ropes" | "jump_rope" | "rower" | "ski_erg" | "treadmill" | "bike" | "air_bike" | "elliptical" | "stair_climber" | "foam_roller" | "pool" | "roman_chair" | "preacher_bench" | "neck_harness" | "belt" | "sport_gear")[];
            /**
             * Training Days Per Week
             * @default null
             */
            training_days_per_week?: number | null;
            /**
             * Session Minutes
             * @default null
             */
            session_minutes?: number | null;
            /**
             * @default {
             *       "pattern": null,
             *       "allergies": [],
             *       "dislikes": []
             *     }
             */
            dietary?: components["schemas"]["Dietary"];
            /**
             * @default {
             *       "gender": null,
             *       "style": null
             *     }
             */
            coach?: components["schemas"]["CoachPreferences"];
            /**
             * @default {
             *       "conditions": [],
             *       "injuries": [],
             *       "pregnant": null,
             *       "clearance": null,
             *       "cycle_tracking": null,
             *       "hormonal_contraception": null,
             *       "screening": null
             *     }
             */
            health?: components["schemas"]["Health"];
            /** @default null */
            quiet_hours?: components["schemas"]["QuietHours"] | null;
            /**
             * @default {
             *       "digest": true,
             *       "weekly_report": true,
             *       "achievements": true
             *     }
             */
            notifications?: components["schemas"]["Notifications"];
            /**
             * Id
             * Format: uuid
             */
            id: string;
            /**
             * Phone
             * @default null
             */
            phone?: string | null;
            /**
             * Email
             * @default null
             */
            email?: string | null;
            /** @default null */
            targets?: components["schemas"]["Targets"] | null;
            /**
             * Subscription Status
             * @default free
             * @enum {string}
             */
            subscription_status?: "free" | "trial" | "premium" | "expired";
            /**
             * Subscription Expires At
             * @default null
             */
            subscription_expires_at?: string | null;
            /**
             * Onboarding Completed
             * @default false
             */
            onboarding_completed?: boolean;
            /**
             * Created At
             * Format: date-time
             */
            created_at: string;
        };
        /**
         * UserIn
         * @description A whole profile. `phone` and `email` change only through verification.
         * @example {
         *       "goal": "gain",
         *       "height_cm": 168,
         *       "name": "Ana",
         *       "time_zone": "Europe/Madrid",
         *       "units": "metric"
         *     }
         */
        UserIn: {
            /**
             * Id
             * @default null
             */
            id?: string | null;
            /**
             * Phone
             * @default null
             */
            phone?: string | null;
            /**
             * Email
             * @default null
             */
            email?: string | null;
            /** @default null */
            targets?: components["schemas"]["Targets"] | null;
            /**
             * Subscription Status
             * @default null
             */
            subscription_status?: ("free" | "trial" | "premium" | "expired") | null;
            /**
             * Subscription Expires At
             * @default null
             */
            subscription_expires_at?: string | null;
            /**
             * Onboarding Completed
             * @default null
             */
            onboarding_completed?: boolean | null;
            /**
             * Created At
             * @default null
             */
            created_at?: string | null;
            /**
             * Name
             * @default null
             */
            name?: string | null;
            /**
             * Birth Date
             * @default null
             */
            birth_date?: string | null;
            /**
             * Sex
             * @default null
             */
            sex?: ("female" | "male" | "other") | null;
            /**
             * Height Cm
             * @default null
             */
            height_cm?: number | null;
            /**
             * Time Zone
             * @default UTC
             */
            time_zone?: string;
            /**
             * Units
             * @default metric
             * @enum {string}
             */
            units?: "metric" | "imperial";
            /**
             * Locale
             * @default en
             */
            locale?: string;
            /**
             * Fitness Level
             * @default null
             */
            fitness_level?: ("beginner" | "intermediate" | "advanced") | null;
            /**
             * Activity Level
             * @default null
             */
            activity_level?: ("sedentary" | "light" | "moderate" | "active" | "very_active") | null;
            /**
             * Goal
             * @default null
             */
            goal?: ("lose" | "maintain" | "gain" | "perform" | "health") | null;
            /**
             * Equipment
             * @default []
             */
            equipment?: ("barbell" | "dumbbell" | "kettlebell" | "cable" | "machine" | "smith_machine" | "band" | "bench" | "rack" | "pull_up_bar" | "dip_bars" | "rings" | "suspension_trainer" | "trap_bar" | "ez_bar" | "landmine" | "medicine_ball" | "stability_ball" | "ab_wheel" | "box" | "step" | "sled" | "plate" | "sandbag" | "log" | "stones" | "yoke" | "farmers_handles" | "tyre" | "battle_ropes" | "jump_rope" | "rower" | "ski_erg" | "treadmill" | "bike" | "air_bike" | "elliptical" | "stair_climber" | "foam_roller" | "pool" | "roman_chair" | "preacher_bench" | "neck_harness" | "belt" | "sport_gear")[];
            /**
             * Training Days Per Week
             * @default null
             */
            training_days_per_week?: number | null;
            /**
             * Session Minutes
             * @default null
             */
            session_minutes?: number | null;
            /**
             * @default {
             *       "pattern": null,
             *       "allergies": [],
             *       "dislikes": []
             *     }
             */
            dietary?: components["schemas"]["Dietary"];
            /**
             * @default {
             *       "gender": null,
             *       "style": null
             *     }
             */
            coach?: components["schemas"]["CoachPreferences"];
            /**
             * @default {
             *       "conditions": [],
             *       "injuries": [],
             *       "pregnant": null,
             *       "clearance": null,
             *       "cycle_tracking": null,
             *       "hormonal_contraception": null,
             *       "screening": null
             *     }
             */
            health?: components["schemas"]["Health"];
            /** @default null */
            quiet_hours?: components["schemas"]["QuietHours"] | null;
            /**
             * @default {
             *       "digest": true,
             *       "weekly_report": true,
             *       "achievements": true
             *     }
             */
            notifications?: components["schemas"]["Notifications"];
        };
        /**
         * Vacation
         * @description Every vacation; `on` says whether it is one today.
         */
        Vacation: {
            /** Periods */
            periods: components["schemas"]["TimeOff"][];
            /** On */
            on: boolean;
        };
        /**
         * VerifyIn
         * @description `purpose` is what the person was doing.
         *
         *     A code that `/register` sent makes the password valid that was chosen there. Send `sign_in` from a screen where
         *     nobody chose one: it signs in and no more, so that a password which a stranger registered for the address is lost.
         * @example {
         *       "email": "ana@example.com",
         *       "otp": "123456"
         *     }
         */
        VerifyIn: {
            /**
             * Phone
             * @default null
             */
            phone?: string | null;
            /**
             * Email
             * @default null
             */
            email?: string | null;
            /** Otp */
            otp: string;
            /**
             * Purpose
             * @default register
             * @enum {string}
             */
            purpose?: "sign_in" | "register";
        };
        /**
         * Water
         * @description A drink as stored. `day` is the local date at the offset of `drunk_at`.
         */
        Water: {
            /**
             * Drunk At
             * Format: date-time
             */
            drunk_at: string;
            /** Ml */
            ml: number;
            /**
             * Note
             * @default null
             */
            note?: string | null;
            /**
             * Id
             * Format: uuid
             */
            id: string;
            /**
             * Day
             * Format: date
             */
            day: string;
        };
        /**
         * WaterIn
         * @description A drink to log. With an `id` of the client's the same can be sent again without harm.
         * @example {
         *       "drunk_at": "2026-11-23T10:30:00+01:00",
         *       "ml": 250
         *     }
         */
        WaterIn: {
            /**
             * Drunk At
             * Format: date-time
             */
            drunk_at: string;
            /** Ml */
            ml: number;
            /**
             * Note
             * @default null
             */
            note?: string | null;
            /**
             * Id
             * @default null
             */
            id?: string | null;
        };
        /**
         * WaterList
         * @description A page, newest first. `next_cursor` is null on the last one.
         */
        WaterList: {
            /** Items */
            items: components["schemas"]["Water"][];
            /** Next Cursor */
            next_cursor: string | null;
        };
        /**
         * Week
         * @description A week from Monday. A set counts 1 for a muscle it trains directly and 0.5 for one it trains indirectly.
         *
         *     Cardio, sport and stretching count in the totals, and for no muscle.
         */
        Week: {
            /**
             * Starts On
             * Format: date
             */
            starts_on: string;
            /** Workouts */
            workouts: number;
            /** Sets */
            sets: number;
            /** Reps */
            reps: number;
            /** Volume Kg */
            volume_kg: number;
            /** Duration S */
            duration_s: number;
            /** Muscles */
            muscles: components["schemas"]["MuscleSets"][];
        };
        /**
         * WeekTarget
         * @description The target of the week from `starts_on`, from what was known when it began; it counts once it is accepted.
         */
        WeekTarget: {
            /**
             * Starts On
             * Format: date
             */
            starts_on: string;
            targets: components["schemas"]["Targets"];
            /** Why */
            why: string[];
            /** Accepted */
            accepted: boolean;
        };
        /**
         * WeightNow
         * @description In kg; `rate_per_week` is absent while there are too few weigh-ins to tell.
         */
        WeightNow: {
            /** Latest */
            latest: number;
            /** Trend */
            trend: number;
            /**
             * Rate Per Week
             * @default null
             */
            rate_per_week?: number | null;
        };
        /**
         * Wishes
         * @description What a person asks of a plan; what is left out is as their profile and targets say.
         *
         *     `max_minutes` is the time for one meal, `weekday_max_minutes` the same from Monday to Friday, `day_max_minutes` for
         *     all meals of a day together. No recipe comes more than `max_repeats` times in seven days, nor on two days in a row
         *     unless `leftovers`. `without` are foods, as dislikes are; `budget` prefers recipes of cheap staples.
         */
        Wishes: {
            /**
             * Days
             * @default 7
             */
            days?: number;
            /**
             * Meals Per Day
             * @default 4
             */
            meals_per_day?: number;
            /**
             * Max Minutes
             * @default null
             */
            max_minutes?: number | null;
            /**
             * Weekday Max Minutes
             * @default null
             */
            weekday_max_minutes?: number | null;
            /**
             * Day Max Minutes
             * @default null
             */
            day_max_minutes?: number | null;
            /**
             * Energy Kcal
             * @default null
             */
            energy_kcal?: number | null;
            /**
             * Protein G
             * @default null
             */
            protein_g?: number | null;
            /**
             * Fiber G
             * @default null
             */
            fiber_g?: number | null;
            /**
             * Max Sodium Mg
             * @default null
             */
            max_sodium_mg?: number | null;
            /**
             * Pattern
             * @default null
             */
            pattern?: ("omnivore" | "pescatarian" | "vegetarian" | "vegan" | "halal" | "kosher" | "keto" | "paleo") | null;
            /**
             * Without
             * @default []
             */
            without?: string[];
            /**
             * Max Repeats
             * @default 2
             */
            max_repeats?: number;
            /**
             * Leftovers
             * @default false
             */
            leftovers?: boolean;
            /**
             * Same Protein
             * @default false
             */
            same_protein?: boolean;
            /**
             * Budget
             * @default false
             */
            budget?: boolean;
            /**
             * Seed
             * @default 0
             */
            seed?: number;
        };
        /**
         * Workout
         * @description A workout as stored. `day` is the local date at the offset of `started_at`.
         */
        Workout: {
            /** Name */
            name: string;
            /**
             * Started At
             * Format: date-time
             */
            started_at: string;
            /**
             * Ended At
             * @default null
             */
            ended_at?: string | null;
            /**
             * Notes
             * @default null
             */
            notes?: string | null;
            /**
             * Plan Id
             * @default null
             */
            plan_id?: string | null;
            /**
             * Session Id
             * @default null
             */
            session_id?: string | null;
            /**
             * Energy Kcal
             * @default null
             */
            energy_kcal?: number | null;
            /**
             * Source
             * @default null
             */
            source?: string | null;
            /** Exercises */
            exercises: components["schemas"]["PerformedExercise"][];
            /**
             * Id
             * Format: uuid
             */
            id: string;
            /**
             * Day
             * Format: date
             */
            day: string;
            totals: components["schemas"]["Totals"];
            /** Records */
            records: components["schemas"]["BrokenRecord"][];
        };
        /**
         * WorkoutIn
         * @description A workout to log. With an `id` of the client's the same can be sent again without harm.
         * @example {
         *       "ended_at": "2026-11-23T19:05:00+01:00",
         *       "exercises": [
         *         {
         *           "exercise_id": "barbell-bench-press",
         *           "sets": [
         *             {
         *               "kind": "warmup",
         *               "reps": 10,
         *               "weight_kg": 40
         *             },
         *             {
         *               "kind": "normal",
         *               "reps": 5,
         *               "rir": 2,
         *               "weight_kg": 82.5
         *             },
         *             {
         *               "kind": "drop",
         *               "reps": 10,
         *               "weight_lb": 135
         *             }
         *           ]
         *         },
         *         {
         *           "exercise_id": "push-up",
         *           "sets": [
         *             {
         *               "reps": 15
         *             }
         *           ],
         *           "superset": "a"
         *         }
         *       ],
         *       "name": "Push day",
         *       "started_at": "2026-11-23T18:00:00+01:00"
         *     }
         */
        WorkoutIn: {
            /** Name */
            name: string;
            /**
             * Started At
             * Format: date-time
             */
            started_at: string;
            /**
             * Ended At
             * @default null
             */
            ended_at?: string | null;
            /**
             * Notes
             * @default null
             */
            notes?: string | null;
            /**
             * Plan Id
             * @default null
             */
            plan_id?: string | null;
            /**
             * Session Id
             * @default null
             */
            session_id?: string | null;
            /**
             * Energy Kcal
             * @default null
             */
            energy_kcal?: number | null;
            /**
             * Source
             * @default null
             */
            source?: string | null;
            /** Exercises */
            exercises: components["schemas"]["PerformedExercise"][];
            /**
             * Id
             * @default null
             */
            id?: string | null;
        };
        /**
         * WorkoutList
         * @description A page, newest first. `next_cursor` is null on the last one.
         */
        WorkoutList: {
            /** Items */
            items: components["schemas"]["Workout"][];
            /** Next Cursor */
            next_cursor: string | null;
        };
        /** WorkoutPatch */
        WorkoutPatch: {
            /**
             * Name
             * @default null
             */
            name?: string | null;
            /**
             * Started At
             * @default null
             */
            started_at?: string | null;
            /**
             * Ended At
             * @default null
             */
            ended_at?: string | null;
            /**
             * Notes
             * @default null
             */
            notes?: string | null;
            /**
             * Plan Id
             * @default null
             */
            plan_id?: string | null;
            /**
             * Session Id
             * @default null
             */
            session_id?: string | null;
            /**
             * Energy Kcal
             * @default null
             */
            energy_kcal?: number | null;
            /**
             * Source
             * @default null
             */
            source?: string | null;
            /**
             * Exercises
             * @default null
             */
            exercises?: components["schemas"]["PerformedExercise"][] | null;
        };
    };
    responses: {
        /** @description Not modified: the client's copy is the current one. */
        E304: {
            headers: {
                "X-Request-Id": components["headers"]["X-Request-Id"];
                [name: string]: unknown;
            };
            content?: never;
        };
        /** @description The body is not JSON. */
        E400: {
            headers: {
                "X-Request-Id": components["headers"]["X-Request-Id"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description No access token, or one that is not valid any more. */
        E401: {
            headers: {
                "X-Request-Id": components["headers"]["X-Request-Id"];
                "WWW-Authenticate": components["headers"]["WWW-Authenticate"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description The user in the path is not the caller. */
        E403: {
            headers: {
                "X-Request-Id": components["headers"]["X-Request-Id"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description There is nothing with this id. */
        E404: {
            headers: {
                "X-Request-Id": components["headers"]["X-Request-Id"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description Something else was already created under this id. */
        E409: {
            headers: {
                "X-Request-Id": components["headers"]["X-Request-Id"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description It was deleted, and is not created again under the same id. */
        E410: {
            headers: {
                "X-Request-Id": components["headers"]["X-Request-Id"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description If-Match names a version that is not the current one. */
        E412: {
            headers: {
                "X-Request-Id": components["headers"]["X-Request-Id"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description The body is too large. */
        E413: {
            headers: {
                "X-Request-Id": components["headers"]["X-Request-Id"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description The body is not sent as JSON. */
        E415: {
            headers: {
                "X-Request-Id": components["headers"]["X-Request-Id"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description Fields are missing, wrong or not known; `errors` names each. */
        E422: {
            headers: {
                "X-Request-Id": components["headers"]["X-Request-Id"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description Too many requests; Retry-After says when to come back. */
        E429: {
            headers: {
                "X-Request-Id": components["headers"]["X-Request-Id"];
                "Retry-After": components["headers"]["Retry-After"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description Something that Fitzen depends on is down; Retry-After says when to come back. */
        E503: {
            headers: {
                "X-Request-Id": components["headers"]["X-Request-Id"];
                "Retry-After": components["headers"]["Retry-After"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
    };
    parameters: never;
    requestBodies: never;
    headers: {
        /** @description The version of the resource; send it back as If-Match. */
        ETag: string;
        /** @description Seconds to wait. */
        "Retry-After": number;
        /** @description How to authenticate. */
        "WWW-Authenticate": string;
        /** @description Names this request in the logs. */
        "X-Request-Id": string;
    };
    pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
    ready: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful response */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Readiness"];
                };
            };
            429: components["responses"]["E429"];
            503: components["responses"]["E503"];
        };
    };
    health: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful response */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Alive"];
                };
            };
            429: components["responses"]["E429"];
            503: components["responses"]["E503"];
        };
    };
    pull: {
        parameters: {
            query?: {
                since?: number;
                mark?: string | null;
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful response */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SyncChanges"];
                };
            };
            401: components["responses"]["E401"];
            /** @description The server was restored and knows less than the phone: start again from 0. */
            409: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            422: components["responses"]["E422"];
            429: components["responses"]["E429"];
            503: components["responses"]["E503"];
        };
    };
    push: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SyncIn"];
            };
        };
        responses: {
            /** @description Successful response */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SyncResults"];
                };
            };
            400: components["responses"]["E400"];
            401: components["responses"]["E401"];
            409: components["responses"]["E409"];
            410: components["responses"]["E410"];
            413: components["responses"]["E413"];
            415: components["responses"]["E415"];
            422: components["responses"]["E422"];
            429: components["responses"]["E429"];
            503: components["responses"]["E503"];
        };
    };
    set_goal: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["GoalIn"];
            };
        };
        responses: {
            /** @description It was saved before; here it is. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Goal"];
                };
            };
            /** @description Successful response */
            201: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Goal"];
                };
            };
            400: components["responses"]["E400"];
            401: components["responses"]["E401"];
            409: components["responses"]["E409"];
            410: components["responses"]["E410"];
            413: components["responses"]["E413"];
            415: components["responses"]["E415"];
            422: components["responses"]["E422"];
            429: components["responses"]["E429"];
            503: components["responses"]["E503"];
        };
    };
    log_period: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PeriodIn"];
            };
        };
        responses: {
            /** @description It was logged before; here it is. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Period"];
                };
            };
            /** @description Successful response */
            201: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Period"];
                };
            };
            400: components["responses"]["E400"];
            401: components["responses"]["E401"];
            409: components["responses"]["E409"];
            410: components["responses"]["E410"];
            413: components["responses"]["E413"];
            415: components["responses"]["E415"];
            422: components["responses"]["E422"];
            429: components["responses"]["E429"];
            503: components["responses"]["E503"];
        };
    };
    search_foods: {
        parameters: {
            query: {
                lang?: "en" | "es";
                q: string;
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful response */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FoodList"];
                };
            };
            401: components["responses"]["E401"];
            422: components["responses"]["E422"];
            429: components["responses"]["E429"];
            503: components["responses"]["E503"];
        };
    };
    create_food: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["FoodIn"];
            };
        };
        responses: {
            /** @description It was saved before; here it is. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Food"];
                };
            };
            /** @description Successful response */
            201: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Food"];
                };
            };
            400: components["responses"]["E400"];
            401: components["responses"]["E401"];
            409: components["responses"]["E409"];
            410: components["responses"]["E410"];
            413: components["responses"]["E413"];
            415: components["responses"]["E415"];
            422: components["responses"]["E422"];
            429: components["responses"]["E429"];
            503: components["responses"]["E503"];
        };
    };
    make_habit: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["HabitIn"];
            };
        };
        responses: {
            /** @description It was saved before; here it is. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Habit"];
                };
            };
            /** @description Successful response */
            201: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Habit"];
                };
            };
            400: components["responses"]["E400"];
            401: components["responses"]["E401"];
            409: components["responses"]["E409"];
            410: components["responses"]["E410"];
            413: components["responses"]["E413"];
            415: components["responses"]["E415"];
            422: components["responses"]["E422"];
            429: components["responses"]["E429"];
            503: components["responses"]["E503"];
        };
    };
    announce_photo: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PhotoIn"];
            };
        };
        responses: {
            /** @description It was announced before; here is where to send it, or the photo. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Announced"];
                };
            };
            /** @description Successful response */
            201: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Announced"];
                };
            };
            400: components["responses"]["E400"];
            401: components["responses"]["E401"];
            409: components["responses"]["E409"];
            410: components["responses"]["E410"];
            413: components["responses"]["E413"];
            415: components["responses"]["E415"];
            422: components["responses"]["E422"];
            429: components["responses"]["E429"];
            503: components["responses"]["E503"];
        };
    };
    search_recipes: {
        parameters: {
            query?: {
                lang?: "en" | "es";
                q?: string;
                tag?: string | null;
                without?: string | null;
                minutes?: number | null;
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful response */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ShownRecipeList"];
                };
            };
            401: components["responses"]["E401"];
            422: components["responses"]["E422"];
            429: components["responses"]["E429"];
            503: components["responses"]["E503"];
        };
    };
    create_recipe: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RecipeIn"];
            };
        };
        responses: {
            /** @description It was saved before; here it is. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ShownRecipe"];
                };
            };
            /** @description Successful response */
            201: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ShownRecipe"];
                };
            };
            400: components["responses"]["E400"];
            401: components["responses"]["E401"];
            409: components["responses"]["E409"];
            410: components["responses"]["E410"];
            413: components["responses"]["E413"];
            415: components["responses"]["E415"];
            422: components["responses"]["E422"];
            429: components["responses"]["E429"];
            503: components["responses"]["E503"];
        };
    };
    import_file: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "multipart/form-data": components["schemas"]["ImportIn"];
            };
        };
        responses: {
            /** @description It was imported before; here is the report. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Import"];
                };
            };
            /** @description Successful response */
            201: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Import"];
                };
            };
            400: components["responses"]["E400"];
            401: components["responses"]["E401"];
            409: components["responses"]["E409"];
            410: components["responses"]["E410"];
            413: components["responses"]["E413"];
            /** @description The body is not multipart/form-data. */
            415: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The file is not an export, or a field is wrong; `errors` names each. */
            422: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            429: components["responses"]["E429"];
            503: components["responses"]["E503"];
        };
    };
    get_factor: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful response */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SecondFactor"];
                };
            };
            401: components["responses"]["E401"];
            429: components["responses"]["E429"];
            503: components["responses"]["E503"];
        };
    };
    log_workout: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["WorkoutIn"];
            };
        };
        responses: {
            /** @description It was logged before; here it is. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Workout"];
                };
            };
            /** @description Successful response */
            201: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Workout"];
                };
            };
            400: components["responses"]["E400"];
            401: components["responses"]["E401"];
            409: components["responses"]["E409"];
            410: components["responses"]["E410"];
            413: components["responses"]["E413"];
            415: components["responses"]["E415"];
            422: components["responses"]["E422"];
            429: components["responses"]["E429"];
            503: components["responses"]["E503"];
        };
    };
    list_exercises: {
        parameters: {
            query?: {
                lang?: "en" | "es";
                q?: string;
                muscle?: ("chest" | "front_delts" | "side_delts" | "rear_delts" | "rotator_cuff" | "triceps" | "biceps" | "forearms" | "lats" | "upper_back" | "traps" | "lower_back" | "abs" | "obliques" | "hip_flexors" | "glutes" | "quads" | "hamstrings" | "adductors" | "abductors" | "calves" | "shins" | "neck") | null;
                equipment?: ("barbell" | "dumbbell" | "kettlebell" | "cable" | "machine" | "smith_machine" | "band" | "bench" | "rack" | "pull_up_bar" | "dip_bars" | "rings" | "suspension_trainer" | "trap_bar" | "ez_bar" | "landmine" | "medicine_ball" | "stability_ball" | "ab_wheel" | "box" | "step" | "sled" | "plate" | "sandbag" | "log" | "stones" | "yoke" | "farmers_handles" | "tyre" | "battle_ropes" | "jump_rope" | "rower" | "ski_erg" | "treadmill" | "bike" | "air_bike" | "elliptical" | "stair_climber" | "foam_roller" | "pool" | "roman_chair" | "preacher_bench" | "neck_harness" | "belt" | "sport_gear") | null;
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful response */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ExerciseList"];
                };
            };
            401: components["responses"]["E401"];
            422: components["responses"]["E422"];
            429: components["responses"]["E429"];
            503: components["responses"]["E503"];
        };
    };
    create_exercise: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ExerciseIn"];
            };
        };
        responses: {
            /** @description It was saved before; here it is. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Exercise"];
                };
            };
            /** @description Successful response */
            201: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Exercise"];
                };
            };
            400: components["responses"]["E400"];
            401: components["responses"]["E401"];
            409: components["responses"]["E409"];
            410: components["responses"]["E410"];
            413: components["responses"]["E413"];
            415: components["responses"]["E415"];
            422: components["responses"]["E422"];
            429: components["responses"]["E429"];
            503: components["responses"]["E503"];
        };
    };
    remind: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ReminderIn"];
            };
        };
        responses: {
            /** @description It was saved before; here it is. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Reminder"];
                };
            };
            /** @description Successful response */
            201: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Reminder"];
                };
            };
            400: components["responses"]["E400"];
            401: components["responses"]["E401"];
            409: components["responses"]["E409"];
            410: components["responses"]["E410"];
            413: components["responses"]["E413"];
            415: components["responses"]["E415"];
            422: components["responses"]["E422"];
            429: components["responses"]["E429"];
            503: components["responses"]["E503"];
        };
    };
    search_knowledge: {
        parameters: {
            query: {
                q: string;
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful response */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ArticlePassageList"];
                };
            };
            401: components["responses"]["E401"];
            422: components["responses"]["E422"];
            429: components["responses"]["E429"];
            503: components["responses"]["E503"];
        };
    };
    inbox_json: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful response */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["InboxItems"];
                };
            };
            429: components["responses"]["E429"];
            503: components["responses"]["E503"];
        };
    };
    login: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["LoginIn"];
            };
        };
        responses: {
            /** @description Successful response */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SignedIn"];
                };
            };
            400: components["responses"]["E400"];
            /** @description The code, password or token is not right. */
            401: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "WWW-Authenticate": components["headers"]["WWW-Authenticate"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            413: components["responses"]["E413"];
            415: components["responses"]["E415"];
            422: components["responses"]["E422"];
            429: components["responses"]["E429"];
            503: components["responses"]["E503"];
        };
    };
    logout: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description This session has ended. */
            204: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            401: components["responses"]["E401"];
            409: components["responses"]["E409"];
            410: components["responses"]["E410"];
            429: components["responses"]["E429"];
            503: components["responses"]["E503"];
        };
    };
    remember: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["MemoryIn"];
            };
        };
        responses: {
            /** @description It was noted before; here it is. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Memory"];
                };
            };
            /** @description Successful response */
            201: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Memory"];
                };
            };
            400: components["responses"]["E400"];
            401: components["responses"]["E401"];
            409: components["responses"]["E409"];
            410: components["responses"]["E410"];
            413: components["responses"]["E413"];
            415: components["responses"]["E415"];
            422: components["responses"]["E422"];
            429: components["responses"]["E429"];
            503: components["responses"]["E503"];
        };
    };
    refresh: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RefreshIn"];
            };
        };
        responses: {
            /** @description Successful response */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Session"];
                };
            };
            400: components["responses"]["E400"];
            /** @description The session has ended. */
            401: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "WWW-Authenticate": components["headers"]["WWW-Authenticate"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            413: components["responses"]["E413"];
            415: components["responses"]["E415"];
            422: components["responses"]["E422"];
            429: components["responses"]["E429"];
            503: components["responses"]["E503"];
        };
    };
    measure: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["MeasurementIn"];
            };
        };
        responses: {
            /** @description It was saved before; here it is. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Measurement"];
                };
            };
            /** @description Successful response */
            201: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Measurement"];
                };
            };
            400: components["responses"]["E400"];
            401: components["responses"]["E401"];
            409: components["responses"]["E409"];
            410: components["responses"]["E410"];
            413: components["responses"]["E413"];
            415: components["responses"]["E415"];
            422: components["responses"]["E422"];
            429: components["responses"]["E429"];
            503: components["responses"]["E503"];
        };
    };
    send_message: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ChatMessageIn"];
            };
        };
        responses: {
            /** @description The answer. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Message"];
                    "text/event-stream": string;
                };
            };
            400: components["responses"]["E400"];
            401: components["responses"]["E401"];
            409: components["responses"]["E409"];
            410: components["responses"]["E410"];
            413: components["responses"]["E413"];
            415: components["responses"]["E415"];
            422: components["responses"]["E422"];
            429: components["responses"]["E429"];
            503: components["responses"]["E503"];
        };
    };
    send_otp: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AddressIn"];
            };
        };
        responses: {
            /** @description Successful response */
            202: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CodeSentOut"];
                };
            };
            400: components["responses"]["E400"];
            413: components["responses"]["E413"];
            415: components["responses"]["E415"];
            422: components["responses"]["E422"];
            429: components["responses"]["E429"];
            503: components["responses"]["E503"];
        };
    };
    register: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RegisterIn"];
            };
        };
        responses: {
            /** @description Successful response */
            202: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CodeSentOut"];
                };
            };
            400: components["responses"]["E400"];
            413: components["responses"]["E413"];
            415: components["responses"]["E415"];
            422: components["responses"]["E422"];
            429: components["responses"]["E429"];
            503: components["responses"]["E503"];
        };
    };
    list_sessions: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful response */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Sessions"];
                };
            };
            401: components["responses"]["E401"];
            429: components["responses"]["E429"];
            503: components["responses"]["E503"];
        };
    };
    enrol_totp: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful response */
            201: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TotpSecret"];
                };
            };
            401: components["responses"]["E401"];
            409: components["responses"]["E409"];
            410: components["responses"]["E410"];
            429: components["responses"]["E429"];
            503: components["responses"]["E503"];
        };
    };
    switch_off_totp: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["FactorIn"];
            };
        };
        responses: {
            /** @description The second factor is off. */
            204: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["E400"];
            401: components["responses"]["E401"];
            413: components["responses"]["E413"];
            415: components["responses"]["E415"];
            422: components["responses"]["E422"];
            429: components["responses"]["E429"];
            503: components["responses"]["E503"];
        };
    };
    verify_otp: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["VerifyIn"];
            };
        };
        responses: {
            /** @description Successful response */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SignedIn"];
                };
            };
            400: components["responses"]["E400"];
            /** @description The code, password or token is not right. */
            401: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "WWW-Authenticate": components["headers"]["WWW-Authenticate"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Another account has this address. */
            409: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            413: components["responses"]["E413"];
            415: components["responses"]["E415"];
            422: components["responses"]["E422"];
            429: components["responses"]["E429"];
            503: components["responses"]["E503"];
        };
    };
    verify_mfa: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["MfaIn"];
            };
        };
        responses: {
            /** @description Successful response */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Session"];
                };
            };
            400: components["responses"]["E400"];
            /** @description The code, password or token is not right. */
            401: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "WWW-Authenticate": components["headers"]["WWW-Authenticate"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            413: components["responses"]["E413"];
            415: components["responses"]["E415"];
            422: components["responses"]["E422"];
            429: components["responses"]["E429"];
            503: components["responses"]["E503"];
        };
    };
    get_user: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                user_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful response */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["User"];
                };
            };
            304: components["responses"]["E304"];
            401: components["responses"]["E401"];
            403: components["responses"]["E403"];
            429: components["responses"]["E429"];
            503: components["responses"]["E503"];
        };
    };
    replace_user: {
        parameters: {
            query?: never;
            header?: {
                /** @description Change it only if this is still its version. */
                "If-Match"?: string;
            };
            path: {
                user_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["UserIn"];
            };
        };
        responses: {
            /** @description Successful response */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["User"];
                };
            };
            400: components["responses"]["E400"];
            401: components["responses"]["E401"];
            403: components["responses"]["E403"];
            412: components["responses"]["E412"];
            413: components["responses"]["E413"];
            415: components["responses"]["E415"];
            422: components["responses"]["E422"];
            429: components["responses"]["E429"];
            503: components["responses"]["E503"];
        };
    };
    erase_user: {
        parameters: {
            query?: {
                code?: string | null;
                recovery_code?: string | null;
            };
            header?: {
                /** @description Change it only if this is still its version. */
                "If-Match"?: string;
            };
            path: {
                user_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Everything about the person is gone, for good. */
            204: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            401: components["responses"]["E401"];
            403: components["responses"]["E403"];
            412: components["responses"]["E412"];
            422: components["responses"]["E422"];
            429: components["responses"]["E429"];
            503: components["responses"]["E503"];
        };
    };
    patch_user: {
        parameters: {
            query?: never;
            header?: {
                /** @description Change it only if this is still its version. */
                "If-Match"?: string;
            };
            path: {
                user_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/merge-patch+json": components["schemas"]["ProfilePatch"];
                "application/json": components["schemas"]["ProfilePatch"];
            };
        };
        responses: {
            /** @description Successful response */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["User"];
                };
            };
            400: components["responses"]["E400"];
            401: components["responses"]["E401"];
            403: components["responses"]["E403"];
            412: components["responses"]["E412"];
            413: components["responses"]["E413"];
            415: components["responses"]["E415"];
            422: components["responses"]["E422"];
            429: components["responses"]["E429"];
            503: components["responses"]["E503"];
        };
    };
    list_goals: {
        parameters: {
            query?: {
                limit?: number;
                cursor?: string | null;
                after?: string | null;
                before?: string | null;
            };
            header?: never;
            path: {
                user_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful response */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GoalList"];
                };
            };
            304: components["responses"]["E304"];
            401: components["responses"]["E401"];
            403: components["responses"]["E403"];
            422: components["responses"]["E422"];
            429: components["responses"]["E429"];
            503: components["responses"]["E503"];
        };
    };
    get_cycle: {
        parameters: {
            query?: {
                limit?: number;
                cursor?: string | null;
                after?: string | null;
                before?: string | null;
            };
            header?: never;
            path: {
                user_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful response */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Cycle"];
                };
            };
            304: components["responses"]["E304"];
            401: components["responses"]["E401"];
            403: components["responses"]["E403"];
            422: components["responses"]["E422"];
            429: components["responses"]["E429"];
            503: components["responses"]["E503"];
        };
    };
    log_meal: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["MealIn"];
            };
        };
        responses: {
            /** @description It was logged before; here it is. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Meal"];
                };
            };
            /** @description Successful response */
            201: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Meal"];
                };
            };
            400: components["responses"]["E400"];
            401: components["responses"]["E401"];
            409: components["responses"]["E409"];
            410: components["responses"]["E410"];
            413: components["responses"]["E413"];
            415: components["responses"]["E415"];
            422: components["responses"]["E422"];
            429: components["responses"]["E429"];
            503: components["responses"]["E503"];
        };
    };
    parse_meal: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ParseIn"];
            };
        };
        responses: {
            /** @description Successful response */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Understood"];
                };
            };
            400: components["responses"]["E400"];
            401: components["responses"]["E401"];
            409: components["responses"]["E409"];
            410: components["responses"]["E410"];
            413: components["responses"]["E413"];
            415: components["responses"]["E415"];
            422: components["responses"]["E422"];
            429: components["responses"]["E429"];
            503: components["responses"]["E503"];
        };
    };
    log_water: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["WaterIn"];
            };
        };
        responses: {
            /** @description It was logged before; here it is. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Water"];
                };
            };
            /** @description Successful response */
            201: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Water"];
                };
            };
            400: components["responses"]["E400"];
            401: components["responses"]["E401"];
            409: components["responses"]["E409"];
            410: components["responses"]["E410"];
            413: components["responses"]["E413"];
            415: components["responses"]["E415"];
            422: components["responses"]["E422"];
            429: components["responses"]["E429"];
            503: components["responses"]["E503"];
        };
    };
    get_food: {
        parameters: {
            query?: {
                lang?: "en" | "es";
            };
            header?: never;
            path: {
                food_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful response */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Food"];
                };
            };
            304: components["responses"]["E304"];
            401: components["responses"]["E401"];
            404: components["responses"]["E404"];
            422: components["responses"]["E422"];
            429: components["responses"]["E429"];
            503: components["responses"]["E503"];
        };
    };
    replace_food: {
        parameters: {
            query?: never;
            header?: {
                /** @description Change it only if this is still its version. */
                "If-Match"?: string;
            };
            path: {
                food_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["FoodIn"];
            };
        };
        responses: {
            /** @description Successful response */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Food"];
                };
            };
            400: components["responses"]["E400"];
            401: components["responses"]["E401"];
            404: components["responses"]["E404"];
            412: components["responses"]["E412"];
            413: components["responses"]["E413"];
            415: components["responses"]["E415"];
            422: components["responses"]["E422"];
            429: components["responses"]["E429"];
            503: components["responses"]["E503"];
        };
    };
    delete_food: {
        parameters: {
            query?: never;
            header?: {
                /** @description Change it only if this is still its version. */
                "If-Match"?: string;
            };
            path: {
                food_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description It is deleted. */
            204: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            401: components["responses"]["E401"];
            404: components["responses"]["E404"];
            412: components["responses"]["E412"];
            429: components["responses"]["E429"];
            503: components["responses"]["E503"];
        };
    };
    patch_food: {
        parameters: {
            query?: never;
            header?: {
                /** @description Change it only if this is still its version. */
                "If-Match"?: string;
            };
            path: {
                food_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/merge-patch+json": components["schemas"]["FoodPatch"];
                "application/json": components["schemas"]["FoodPatch"];
            };
        };
        responses: {
            /** @description Successful response */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Food"];
                };
            };
            400: components["responses"]["E400"];
            401: components["responses"]["E401"];
            404: components["responses"]["E404"];
            412: components["responses"]["E412"];
            413: components["responses"]["E413"];
            415: components["responses"]["E415"];
            422: components["responses"]["E422"];
            429: components["responses"]["E429"];
            503: components["responses"]["E503"];
        };
    };
    list_habits: {
        parameters: {
            query?: {
                limit?: number;
                cursor?: string | null;
                after?: string | null;
                before?: string | null;
                archived?: boolean;
            };
            header?: never;
            path: {
                user_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful response */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HabitList"];
                };
            };
            304: components["responses"]["E304"];
            401: components["responses"]["E401"];
            403: components["responses"]["E403"];
            422: components["responses"]["E422"];
            429: components["responses"]["E429"];
            503: components["responses"]["E503"];
        };
    };
    list_photos: {
        parameters: {
            query?: {
                limit?: number;
                cursor?: string | null;
                after?: string | null;
                before?: string | null;
                pose?: ("front" | "side" | "back" | "meal") | null;
            };
            header?: never;
            path: {
                user_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful response */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PhotoList"];
                };
            };
            304: components["responses"]["E304"];
            401: components["responses"]["E401"];
            403: components["responses"]["E403"];
            422: components["responses"]["E422"];
            429: components["responses"]["E429"];
            503: components["responses"]["E503"];
        };
    };
    show_unsubscribe: {
        parameters: {
            query: {
                user_id: string;
                reminder_id?: string | null;
                key: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page that says which mails end, with a button. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "text/html": string;
                };
            };
            /** @description The link was not made here, or is not whole; whoever it names. */
            404: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            422: components["responses"]["E422"];
            429: components["responses"]["E429"];
            503: components["responses"]["E503"];
        };
    };
    unsubscribe: {
        parameters: {
            query: {
                user_id: string;
                reminder_id?: string | null;
                key: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description They have ended, now or before: a page that says so. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "text/html": string;
                };
            };
            /** @description The link was not made here, or is not whole; whoever it names. */
            404: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            422: components["responses"]["E422"];
            429: components["responses"]["E429"];
            503: components["responses"]["E503"];
        };
    };
    get_article: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                slug: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful response */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["KnowledgeArticle"];
                };
            };
            304: components["responses"]["E304"];
            401: components["responses"]["E401"];
            404: components["responses"]["E404"];
            429: components["responses"]["E429"];
            503: components["responses"]["E503"];
        };
    };
    apple_signin: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AppleIn"];
            };
        };
        responses: {
            /** @description Successful response */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SignedIn"];
                };
            };
            400: components["responses"]["E400"];
            /** @description The code, password or token is not right. */
            401: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "WWW-Authenticate": components["headers"]["WWW-Authenticate"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not set up here. */
            403: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            413: components["responses"]["E413"];
            415: components["responses"]["E415"];
            422: components["responses"]["E422"];
            429: components["responses"]["E429"];
            503: components["responses"]["E503"];
        };
    };
    get_library: {
        parameters: {
            query?: {
                lang?: "en" | "es";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful response */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ExerciseList1"];
                };
            };
            401: components["responses"]["E401"];
            422: components["responses"]["E422"];
            429: components["responses"]["E429"];
            503: components["responses"]["E503"];
        };
    };
    list_recipes: {
        parameters: {
            query?: {
                lang?: "en" | "es";
                limit?: number;
                cursor?: string | null;
                after?: string | null;
                before?: string | null;
            };
            header?: never;
            path: {
                user_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful response */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ShownRecipeList1"];
                };
            };
            304: components["responses"]["E304"];
            401: components["responses"]["E401"];
            403: components["responses"]["E403"];
            422: components["responses"]["E422"];
            429: components["responses"]["E429"];
            503: components["responses"]["E503"];
        };
    };
    google_signin: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["GoogleIn"];
            };
        };
        responses: {
            /** @description Successful response */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SignedIn"];
                };
            };
            400: components["responses"]["E400"];
            /** @description The code, password or token is not right. */
            401: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "WWW-Authenticate": components["headers"]["WWW-Authenticate"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not set up here. */
            403: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            413: components["responses"]["E413"];
            415: components["responses"]["E415"];
            422: components["responses"]["E422"];
            429: components["responses"]["E429"];
            503: components["responses"]["E503"];
        };
    };
    list_workouts: {
        parameters: {
            query?: {
                limit?: number;
                cursor?: string | null;
                after?: string | null;
                before?: string | null;
            };
            header?: never;
            path: {
                user_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful response */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WorkoutList"];
                };
            };
            304: components["responses"]["E304"];
            401: components["responses"]["E401"];
            403: components["responses"]["E403"];
            422: components["responses"]["E422"];
            429: components["responses"]["E429"];
            503: components["responses"]["E503"];
        };
    };
    measure_all: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["BatchIn"];
            };
        };
        responses: {
            /** @description All of it was saved before; here it is. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Batch"];
                };
            };
            /** @description Successful response */
            201: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Batch"];
                };
            };
            400: components["responses"]["E400"];
            401: components["responses"]["E401"];
            409: components["responses"]["E409"];
            410: components["responses"]["E410"];
            413: components["responses"]["E413"];
            415: components["responses"]["E415"];
            422: components["responses"]["E422"];
            429: components["responses"]["E429"];
            503: components["responses"]["E503"];
        };
    };
    list_articles: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful response */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ArticleTitleList"];
                };
            };
            401: components["responses"]["E401"];
            429: components["responses"]["E429"];
            503: components["responses"]["E503"];
        };
    };
    reset_password: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ResetIn"];
            };
        };
        responses: {
            /** @description The password is set, and every session has ended. */
            204: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["E400"];
            /** @description The code, password or token is not right. */
            401: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "WWW-Authenticate": components["headers"]["WWW-Authenticate"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            413: components["responses"]["E413"];
            415: components["responses"]["E415"];
            422: components["responses"]["E422"];
            429: components["responses"]["E429"];
            503: components["responses"]["E503"];
        };
    };
    get_food_by_barcode: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                ean: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful response */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Food"];
                };
            };
            304: components["responses"]["E304"];
            401: components["responses"]["E401"];
            /** @description Nobody knows this barcode. */
            404: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description This is not a barcode. */
            422: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            429: components["responses"]["E429"];
            503: components["responses"]["E503"];
        };
    };
    list_reminders: {
        parameters: {
            query?: {
                limit?: number;
                cursor?: string | null;
                after?: string | null;
                before?: string | null;
            };
            header?: never;
            path: {
                user_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful response */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ReminderList"];
                };
            };
            304: components["responses"]["E304"];
            401: components["responses"]["E401"];
            403: components["responses"]["E403"];
            422: components["responses"]["E422"];
            429: components["responses"]["E429"];
            503: components["responses"]["E503"];
        };
    };
    get_import: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                import_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful response */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Import"];
                };
            };
            304: components["responses"]["E304"];
            401: components["responses"]["E401"];
            404: components["responses"]["E404"];
            429: components["responses"]["E429"];
            503: components["responses"]["E503"];
        };
    };
    forgot_password: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AddressIn"];
            };
        };
        responses: {
            /** @description Successful response */
            202: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CodeSentOut"];
                };
            };
            400: components["responses"]["E400"];
            413: components["responses"]["E413"];
            415: components["responses"]["E415"];
            422: components["responses"]["E422"];
            429: components["responses"]["E429"];
            503: components["responses"]["E503"];
        };
    };
    list_chats: {
        parameters: {
            query?: {
                limit?: number;
                cursor?: string | null;
                after?: string | null;
                before?: string | null;
            };
            header?: never;
            path: {
                user_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful response */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ChatList"];
                };
            };
            304: components["responses"]["E304"];
            401: components["responses"]["E401"];
            403: components["responses"]["E403"];
            422: components["responses"]["E422"];
            429: components["responses"]["E429"];
            503: components["responses"]["E503"];
        };
    };
    get_usage: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                user_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful response */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Usage"];
                };
            };
            304: components["responses"]["E304"];
            401: components["responses"]["E401"];
            403: components["responses"]["E403"];
            429: components["responses"]["E429"];
            503: components["responses"]["E503"];
        };
    };
    confirm_totp: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CodeIn"];
            };
        };
        responses: {
            /** @description Successful response */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RecoveryCodes"];
                };
            };
            400: components["responses"]["E400"];
            401: components["responses"]["E401"];
            409: components["responses"]["E409"];
            410: components["responses"]["E410"];
            413: components["responses"]["E413"];
            415: components["responses"]["E415"];
            422: components["responses"]["E422"];
            429: components["responses"]["E429"];
            503: components["responses"]["E503"];
        };
    };
    get_today: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                user_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful response */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Today"];
                };
            };
            /** @description Nothing has changed since. */
            304: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": unknown;
                };
            };
            401: components["responses"]["E401"];
            403: components["responses"]["E403"];
            /** @description There is nobody with this id any more. */
            404: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            429: components["responses"]["E429"];
            503: components["responses"]["E503"];
        };
    };
    list_memories: {
        parameters: {
            query?: {
                limit?: number;
                cursor?: string | null;
                after?: string | null;
                before?: string | null;
            };
            header?: never;
            path: {
                user_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful response */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MemoryList"];
                };
            };
            304: components["responses"]["E304"];
            401: components["responses"]["E401"];
            403: components["responses"]["E403"];
            422: components["responses"]["E422"];
            429: components["responses"]["E429"];
            503: components["responses"]["E503"];
        };
    };
    forget_everything: {
        parameters: {
            query?: never;
            header?: {
                /** @description Change it only if this is still its version. */
                "If-Match"?: string;
            };
            path: {
                user_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description All of it is forgotten. */
            204: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            401: components["responses"]["E401"];
            403: components["responses"]["E403"];
            412: components["responses"]["E412"];
            429: components["responses"]["E429"];
            503: components["responses"]["E503"];
        };
    };
    list_achievements: {
        parameters: {
            query?: {
                limit?: number;
                cursor?: string | null;
                after?: string | null;
                before?: string | null;
            };
            header?: never;
            path: {
                user_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful response */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Achievements"];
                };
            };
            304: components["responses"]["E304"];
            401: components["responses"]["E401"];
            403: components["responses"]["E403"];
            422: components["responses"]["E422"];
            429: components["responses"]["E429"];
            503: components["responses"]["E503"];
        };
    };
    list_measurements: {
        parameters: {
            query?: {
                limit?: number;
                cursor?: string | null;
                after?: string | null;
                before?: string | null;
                metric?: ("weight_kg" | "height_cm" | "body_fat_pct" | "lean_mass_kg" | "muscle_mass_kg" | "body_water_pct" | "waist_cm" | "hip_cm" | "chest_cm" | "shoulders_cm" | "neck_cm" | "arm_cm" | "forearm_cm" | "thigh_cm" | "calf_cm" | "resting_hr_bpm" | "hrv_ms" | "systolic_mmhg" | "diastolic_mmhg" | "spo2_pct" | "respiratory_rate_bpm" | "temperature_c" | "vo2max_ml_kg_min" | "glucose_mmol_l" | "sleep_h" | "steps" | "distance_m" | "floors" | "active_energy_kcal" | "mood_1_5" | "energy_1_5" | "soreness_1_5" | "stress_1_5") | null;
            };
            header?: never;
            path: {
                user_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful response */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MeasurementList"];
                };
            };
            304: components["responses"]["E304"];
            401: components["responses"]["E401"];
            403: components["responses"]["E403"];
            422: components["responses"]["E422"];
            429: components["responses"]["E429"];
            503: components["responses"]["E503"];
        };
    };
    list_recent: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                user_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful response */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RecentFoodList"];
                };
            };
            304: components["responses"]["E304"];
            401: components["responses"]["E401"];
            403: components["responses"]["E403"];
            429: components["responses"]["E429"];
            503: components["responses"]["E503"];
        };
    };
    get_avatar: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                user_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful response */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Picture"];
                };
            };
            401: components["responses"]["E401"];
            403: components["responses"]["E403"];
            /** @description No picture was announced. */
            404: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            429: components["responses"]["E429"];
            503: components["responses"]["E503"];
        };
    };
    announce_avatar: {
        parameters: {
            query?: never;
            header?: {
                /** @description Change it only if this is still its version. */
                "If-Match"?: string;
            };
            path: {
                user_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PictureIn"];
            };
        };
        responses: {
            /** @description Successful response */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PictureAnnounced"];
                };
            };
            400: components["responses"]["E400"];
            401: components["responses"]["E401"];
            403: components["responses"]["E403"];
            412: components["responses"]["E412"];
            413: components["responses"]["E413"];
            415: components["responses"]["E415"];
            422: components["responses"]["E422"];
            429: components["responses"]["E429"];
            503: components["responses"]["E503"];
        };
    };
    delete_avatar: {
        parameters: {
            query?: never;
            header?: {
                /** @description Change it only if this is still its version. */
                "If-Match"?: string;
            };
            path: {
                user_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description It is removed, with its files. */
            204: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            401: components["responses"]["E401"];
            403: components["responses"]["E403"];
            412: components["responses"]["E412"];
            429: components["responses"]["E429"];
            503: components["responses"]["E503"];
        };
    };
    list_messages: {
        parameters: {
            query?: {
                limit?: number;
                cursor?: string | null;
                after?: string | null;
                before?: string | null;
                chat_id?: string | null;
            };
            header?: never;
            path: {
                user_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful response */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MessageList"];
                };
            };
            304: components["responses"]["E304"];
            401: components["responses"]["E401"];
            403: components["responses"]["E403"];
            422: components["responses"]["E422"];
            429: components["responses"]["E429"];
            503: components["responses"]["E503"];
        };
    };
    forget_messages: {
        parameters: {
            query?: {
                chat_id?: string | null;
            };
            header?: {
                /** @description Change it only if this is still its version. */
                "If-Match"?: string;
            };
            path: {
                user_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description They are deleted; what was logged stays. */
            204: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            401: components["responses"]["E401"];
            403: components["responses"]["E403"];
            412: components["responses"]["E412"];
            422: components["responses"]["E422"];
            429: components["responses"]["E429"];
            503: components["responses"]["E503"];
        };
    };
    export_user: {
        parameters: {
            query?: {
                include?: "cycle" | null;
            };
            header?: never;
            path: {
                user_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description README.txt, manifest.json, records/*.jsonl, csv/*.csv and photos/*. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/zip": string;
                };
            };
            401: components["responses"]["E401"];
            403: components["responses"]["E403"];
            422: components["responses"]["E422"];
            429: components["responses"]["E429"];
            503: components["responses"]["E503"];
        };
    };
    get_exercise: {
        parameters: {
            query?: {
                lang?: "en" | "es";
            };
            header?: never;
            path: {
                exercise_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful response */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Exercise"];
                };
            };
            304: components["responses"]["E304"];
            401: components["responses"]["E401"];
            404: components["responses"]["E404"];
            422: components["responses"]["E422"];
            429: components["responses"]["E429"];
            503: components["responses"]["E503"];
        };
    };
    get_next_session: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                user_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful response */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["NextSession"];
                };
            };
            401: components["responses"]["E401"];
            403: components["responses"]["E403"];
            429: components["responses"]["E429"];
            503: components["responses"]["E503"];
        };
    };
    generate_plan: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PlanRequest"];
            };
        };
        responses: {
            /** @description It was made before; here it is. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TrainingPlan"];
                };
            };
            /** @description Successful response */
            201: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TrainingPlan"];
                };
            };
            400: components["responses"]["E400"];
            401: components["responses"]["E401"];
            409: components["responses"]["E409"];
            410: components["responses"]["E410"];
            413: components["responses"]["E413"];
            415: components["responses"]["E415"];
            422: components["responses"]["E422"];
            429: components["responses"]["E429"];
            503: components["responses"]["E503"];
        };
    };
    workout_stats: {
        parameters: {
            query?: {
                weeks?: number;
            };
            header?: never;
            path: {
                user_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful response */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Stats"];
                };
            };
            401: components["responses"]["E401"];
            403: components["responses"]["E403"];
            422: components["responses"]["E422"];
            429: components["responses"]["E429"];
            503: components["responses"]["E503"];
        };
    };
    list_plans: {
        parameters: {
            query?: {
                limit?: number;
                cursor?: string | null;
                after?: string | null;
                before?: string | null;
            };
            header?: never;
            path: {
                user_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful response */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TrainingPlanList"];
                };
            };
            304: components["responses"]["E304"];
            401: components["responses"]["E401"];
            403: components["responses"]["E403"];
            422: components["responses"]["E422"];
            429: components["responses"]["E429"];
            503: components["responses"]["E503"];
        };
    };
    get_screening: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                user_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful response */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ShownScreening"];
                };
            };
            401: components["responses"]["E401"];
            403: components["responses"]["E403"];
            429: components["responses"]["E429"];
            503: components["responses"]["E503"];
        };
    };
    get_vacation: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                user_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful response */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Vacation"];
                };
            };
            401: components["responses"]["E401"];
            403: components["responses"]["E403"];
            429: components["responses"]["E429"];
            503: components["responses"]["E503"];
        };
    };
    go_on_vacation: {
        parameters: {
            query?: never;
            header?: {
                /** @description Change it only if this is still its version. */
                "If-Match"?: string;
            };
            path: {
                user_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["TimeOff"];
            };
        };
        responses: {
            /** @description Successful response */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Vacation"];
                };
            };
            400: components["responses"]["E400"];
            401: components["responses"]["E401"];
            403: components["responses"]["E403"];
            412: components["responses"]["E412"];
            413: components["responses"]["E413"];
            415: components["responses"]["E415"];
            422: components["responses"]["E422"];
            429: components["responses"]["E429"];
            503: components["responses"]["E503"];
        };
    };
    end_vacation: {
        parameters: {
            query?: never;
            header?: {
                /** @description Change it only if this is still its version. */
                "If-Match"?: string;
            };
            path: {
                user_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description It is no vacation. */
            204: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            401: components["responses"]["E401"];
            403: components["responses"]["E403"];
            412: components["responses"]["E412"];
            429: components["responses"]["E429"];
            503: components["responses"]["E503"];
        };
    };
    get_goal: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                user_id: string;
                goal_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful response */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Goal"];
                };
            };
            304: components["responses"]["E304"];
            401: components["responses"]["E401"];
            403: components["responses"]["E403"];
            404: components["responses"]["E404"];
            429: components["responses"]["E429"];
            503: components["responses"]["E503"];
        };
    };
    replace_goal: {
        parameters: {
            query?: never;
            header?: {
                /** @description Change it only if this is still its version. */
                "If-Match"?: string;
            };
            path: {
                user_id: string;
                goal_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["GoalIn"];
            };
        };
        responses: {
            /** @description Successful response */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Goal"];
                };
            };
            400: components["responses"]["E400"];
            401: components["responses"]["E401"];
            403: components["responses"]["E403"];
            404: components["responses"]["E404"];
            412: components["responses"]["E412"];
            413: components["responses"]["E413"];
            415: components["responses"]["E415"];
            422: components["responses"]["E422"];
            429: components["responses"]["E429"];
            503: components["responses"]["E503"];
        };
    };
    delete_goal: {
        parameters: {
            query?: never;
            header?: {
                /** @description Change it only if this is still its version. */
                "If-Match"?: string;
            };
            path: {
                user_id: string;
                goal_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description It is deleted. */
            204: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            401: components["responses"]["E401"];
            403: components["responses"]["E403"];
            404: components["responses"]["E404"];
            412: components["responses"]["E412"];
            429: components["responses"]["E429"];
            503: components["responses"]["E503"];
        };
    };
    patch_goal: {
        parameters: {
            query?: never;
            header?: {
                /** @description Change it only if this is still its version. */
                "If-Match"?: string;
            };
            path: {
                user_id: string;
                goal_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/merge-patch+json": components["schemas"]["GoalPatch"];
                "application/json": components["schemas"]["GoalPatch"];
            };
        };
        responses: {
            /** @description Successful response */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Goal"];
                };
            };
            400: components["responses"]["E400"];
            401: components["responses"]["E401"];
            403: components["responses"]["E403"];
            404: components["responses"]["E404"];
            412: components["responses"]["E412"];
            413: components["responses"]["E413"];
            415: components["responses"]["E415"];
            422: components["responses"]["E422"];
            429: components["responses"]["E429"];
            503: components["responses"]["E503"];
        };
    };
    list_meals: {
        parameters: {
            query?: {
                limit?: number;
                cursor?: string | null;
                after?: string | null;
                before?: string | null;
            };
            header?: never;
            path: {
                user_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful response */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MealList"];
                };
            };
            304: components["responses"]["E304"];
            401: components["responses"]["E401"];
            403: components["responses"]["E403"];
            422: components["responses"]["E422"];
            429: components["responses"]["E429"];
            503: components["responses"]["E503"];
        };
    };
    list_water: {
        parameters: {
            query?: {
                limit?: number;
                cursor?: string | null;
                after?: string | null;
                before?: string | null;
            };
            header?: never;
            path: {
                user_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful response */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WaterList"];
                };
            };
            304: components["responses"]["E304"];
            401: components["responses"]["E401"];
            403: components["responses"]["E403"];
            422: components["responses"]["E422"];
            429: components["responses"]["E429"];
            503: components["responses"]["E503"];
        };
    };
    end_session: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                session_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description It has ended. */
            204: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            401: components["responses"]["E401"];
            404: components["responses"]["E404"];
            429: components["responses"]["E429"];
            503: components["responses"]["E503"];
        };
    };
    onboard: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                user_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["OnboardingIn"];
            };
        };
        responses: {
            /** @description Successful response */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["User"];
                };
            };
            400: components["responses"]["E400"];
            401: components["responses"]["E401"];
            403: components["responses"]["E403"];
            409: components["responses"]["E409"];
            410: components["responses"]["E410"];
            413: components["responses"]["E413"];
            415: components["responses"]["E415"];
            422: components["responses"]["E422"];
            429: components["responses"]["E429"];
            503: components["responses"]["E503"];
        };
    };
    list_favourites: {
        parameters: {
            query?: {
                lang?: "en" | "es";
                limit?: number;
                cursor?: string | null;
                after?: string | null;
                before?: string | null;
            };
            header?: never;
            path: {
                user_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful response */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FoodList1"];
                };
            };
            304: components["responses"]["E304"];
            401: components["responses"]["E401"];
            403: components["responses"]["E403"];
            422: components["responses"]["E422"];
            429: components["responses"]["E429"];
            503: components["responses"]["E503"];
        };
    };
    get_habit: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                user_id: string;
                habit_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful response */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Habit"];
                };
            };
            304: components["responses"]["E304"];
            401: components["responses"]["E401"];
            403: components["responses"]["E403"];
            404: components["responses"]["E404"];
            429: components["responses"]["E429"];
            503: components["responses"]["E503"];
        };
    };
    replace_habit: {
        parameters: {
            query?: never;
            header?: {
                /** @description Change it only if this is still its version. */
                "If-Match"?: string;
            };
            path: {
                user_id: string;
                habit_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["HabitIn"];
            };
        };
        responses: {
            /** @description Successful response */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Habit"];
                };
            };
            400: components["responses"]["E400"];
            401: components["responses"]["E401"];
            403: components["responses"]["E403"];
            404: components["responses"]["E404"];
            412: components["responses"]["E412"];
            413: components["responses"]["E413"];
            415: components["responses"]["E415"];
            422: components["responses"]["E422"];
            429: components["responses"]["E429"];
            503: components["responses"]["E503"];
        };
    };
    delete_habit: {
        parameters: {
            query?: never;
            header?: {
                /** @description Change it only if this is still its version. */
                "If-Match"?: string;
            };
            path: {
                user_id: string;
                habit_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description It is deleted. */
            204: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            401: components["responses"]["E401"];
            403: components["responses"]["E403"];
            404: components["responses"]["E404"];
            412: components["responses"]["E412"];
            429: components["responses"]["E429"];
            503: components["responses"]["E503"];
        };
    };
    patch_habit: {
        parameters: {
            query?: never;
            header?: {
                /** @description Change it only if this is still its version. */
                "If-Match"?: string;
            };
            path: {
                user_id: string;
                habit_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/merge-patch+json": components["schemas"]["HabitPatch"];
                "application/json": components["schemas"]["HabitPatch"];
            };
        };
        responses: {
            /** @description Successful response */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Habit"];
                };
            };
            400: components["responses"]["E400"];
            401: components["responses"]["E401"];
            403: components["responses"]["E403"];
            404: components["responses"]["E404"];
            412: components["responses"]["E412"];
            413: components["responses"]["E413"];
            415: components["responses"]["E415"];
            422: components["responses"]["E422"];
            429: components["responses"]["E429"];
            503: components["responses"]["E503"];
        };
    };
    get_period: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                user_id: string;
                period_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful response */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Period"];
                };
            };
            304: components["responses"]["E304"];
            401: components["responses"]["E401"];
            403: components["responses"]["E403"];
            404: components["responses"]["E404"];
            429: components["responses"]["E429"];
            503: components["responses"]["E503"];
        };
    };
    replace_period: {
        parameters: {
            query?: never;
            header?: {
                /** @description Change it only if this is still its version. */
                "If-Match"?: string;
            };
            path: {
                user_id: string;
                period_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PeriodIn"];
            };
        };
        responses: {
            /** @description Successful response */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Period"];
                };
            };
            400: components["responses"]["E400"];
            401: components["responses"]["E401"];
            403: components["responses"]["E403"];
            404: components["responses"]["E404"];
            412: components["responses"]["E412"];
            413: components["responses"]["E413"];
            415: components["responses"]["E415"];
            422: components["responses"]["E422"];
            429: components["responses"]["E429"];
            503: components["responses"]["E503"];
        };
    };
    delete_period: {
        parameters: {
            query?: never;
            header?: {
                /** @description Change it only if this is still its version. */
                "If-Match"?: string;
            };
            path: {
                user_id: string;
                period_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description It is deleted. */
            204: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            401: components["responses"]["E401"];
            403: components["responses"]["E403"];
            404: components["responses"]["E404"];
            412: components["responses"]["E412"];
            429: components["responses"]["E429"];
            503: components["responses"]["E503"];
        };
    };
    patch_period: {
        parameters: {
            query?: never;
            header?: {
                /** @description Change it only if this is still its version. */
                "If-Match"?: string;
            };
            path: {
                user_id: string;
                period_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/merge-patch+json": components["schemas"]["PeriodPatch"];
                "application/json": components["schemas"]["PeriodPatch"];
            };
        };
        responses: {
            /** @description Successful response */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Period"];
                };
            };
            400: components["responses"]["E400"];
            401: components["responses"]["E401"];
            403: components["responses"]["E403"];
            404: components["responses"]["E404"];
            412: components["responses"]["E412"];
            413: components["responses"]["E413"];
            415: components["responses"]["E415"];
            422: components["responses"]["E422"];
            429: components["responses"]["E429"];
            503: components["responses"]["E503"];
        };
    };
    get_summary: {
        parameters: {
            query?: {
                day?: string | null;
                days?: number;
                week?: string | null;
            };
            header?: never;
            path: {
                user_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful response */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Summary"];
                };
            };
            304: components["responses"]["E304"];
            401: components["responses"]["E401"];
            403: components["responses"]["E403"];
            422: components["responses"]["E422"];
            429: components["responses"]["E429"];
            503: components["responses"]["E503"];
        };
    };
    get_targets: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                user_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful response */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DayTargets"];
                };
            };
            304: components["responses"]["E304"];
            401: components["responses"]["E401"];
            403: components["responses"]["E403"];
            429: components["responses"]["E429"];
            503: components["responses"]["E503"];
        };
    };
    set_targets: {
        parameters: {
            query?: never;
            header?: {
                /** @description Change it only if this is still its version. */
                "If-Match"?: string;
            };
            path: {
                user_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["TargetsIn"];
            };
        };
        responses: {
            /** @description Successful response */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DayTargets"];
                };
            };
            400: components["responses"]["E400"];
            401: components["responses"]["E401"];
            403: components["responses"]["E403"];
            412: components["responses"]["E412"];
            413: components["responses"]["E413"];
            415: components["responses"]["E415"];
            422: components["responses"]["E422"];
            429: components["responses"]["E429"];
            503: components["responses"]["E503"];
        };
    };
    accept_targets: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                user_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AcceptIn"];
            };
        };
        responses: {
            /** @description Successful response */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DayTargets"];
                };
            };
            400: components["responses"]["E400"];
            401: components["responses"]["E401"];
            403: components["responses"]["E403"];
            409: components["responses"]["E409"];
            410: components["responses"]["E410"];
            413: components["responses"]["E413"];
            415: components["responses"]["E415"];
            422: components["responses"]["E422"];
            429: components["responses"]["E429"];
            503: components["responses"]["E503"];
        };
    };
    forget_targets: {
        parameters: {
            query?: never;
            header?: {
                /** @description Change it only if this is still its version. */
                "If-Match"?: string;
            };
            path: {
                user_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Targets are computed again. */
            204: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            401: components["responses"]["E401"];
            403: components["responses"]["E403"];
            412: components["responses"]["E412"];
            429: components["responses"]["E429"];
            503: components["responses"]["E503"];
        };
    };
    delete_photo: {
        parameters: {
            query?: never;
            header?: {
                /** @description Change it only if this is still its version. */
                "If-Match"?: string;
            };
            path: {
                user_id: string;
                photo_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description It is deleted, with its files. */
            204: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            401: components["responses"]["E401"];
            403: components["responses"]["E403"];
            404: components["responses"]["E404"];
            412: components["responses"]["E412"];
            429: components["responses"]["E429"];
            503: components["responses"]["E503"];
        };
    };
    measurement_trend: {
        parameters: {
            query: {
                metric: "weight_kg" | "height_cm" | "body_fat_pct" | "lean_mass_kg" | "muscle_mass_kg" | "body_water_pct" | "waist_cm" | "hip_cm" | "chest_cm" | "shoulders_cm" | "neck_cm" | "arm_cm" | "forearm_cm" | "thigh_cm" | "calf_cm" | "resting_hr_bpm" | "hrv_ms" | "systolic_mmhg" | "diastolic_mmhg" | "spo2_pct" | "respiratory_rate_bpm" | "temperature_c" | "vo2max_ml_kg_min" | "glucose_mmol_l" | "sleep_h" | "steps" | "distance_m" | "floors" | "active_energy_kcal" | "mood_1_5" | "energy_1_5" | "soreness_1_5" | "stress_1_5";
                after?: string | null;
                before?: string | null;
            };
            header?: never;
            path: {
                user_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful response */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MeasurementTrend"];
                };
            };
            401: components["responses"]["E401"];
            403: components["responses"]["E403"];
            422: components["responses"]["E422"];
            429: components["responses"]["E429"];
            503: components["responses"]["E503"];
        };
    };
    upcoming_reminders: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                user_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful response */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Upcoming"];
                };
            };
            401: components["responses"]["E401"];
            403: components["responses"]["E403"];
            429: components["responses"]["E429"];
            503: components["responses"]["E503"];
        };
    };
    get_recipe: {
        parameters: {
            query?: {
                lang?: "en" | "es";
                servings?: number | null;
            };
            header?: never;
            path: {
                user_id: string;
                recipe_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful response */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ShownRecipe"];
                };
            };
            304: components["responses"]["E304"];
            401: components["responses"]["E401"];
            403: components["responses"]["E403"];
            404: components["responses"]["E404"];
            422: components["responses"]["E422"];
            429: components["responses"]["E429"];
            503: components["responses"]["E503"];
        };
    };
    replace_recipe: {
        parameters: {
            query?: never;
            header?: {
                /** @description Change it only if this is still its version. */
                "If-Match"?: string;
            };
            path: {
                user_id: string;
                recipe_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RecipeIn"];
            };
        };
        responses: {
            /** @description Successful response */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ShownRecipe"];
                };
            };
            400: components["responses"]["E400"];
            401: components["responses"]["E401"];
            403: components["responses"]["E403"];
            404: components["responses"]["E404"];
            412: components["responses"]["E412"];
            413: components["responses"]["E413"];
            415: components["responses"]["E415"];
            422: components["responses"]["E422"];
            429: components["responses"]["E429"];
            503: components["responses"]["E503"];
        };
    };
    delete_recipe: {
        parameters: {
            query?: never;
            header?: {
                /** @description Change it only if this is still its version. */
                "If-Match"?: string;
            };
            path: {
                user_id: string;
                recipe_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description It is deleted. */
            204: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            401: components["responses"]["E401"];
            403: components["responses"]["E403"];
            404: components["responses"]["E404"];
            412: components["responses"]["E412"];
            429: components["responses"]["E429"];
            503: components["responses"]["E503"];
        };
    };
    patch_recipe: {
        parameters: {
            query?: never;
            header?: {
                /** @description Change it only if this is still its version. */
                "If-Match"?: string;
            };
            path: {
                user_id: string;
                recipe_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/merge-patch+json": components["schemas"]["RecipePatch"];
                "application/json": components["schemas"]["RecipePatch"];
            };
        };
        responses: {
            /** @description Successful response */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ShownRecipe"];
                };
            };
            400: components["responses"]["E400"];
            401: components["responses"]["E401"];
            403: components["responses"]["E403"];
            404: components["responses"]["E404"];
            412: components["responses"]["E412"];
            413: components["responses"]["E413"];
            415: components["responses"]["E415"];
            422: components["responses"]["E422"];
            429: components["responses"]["E429"];
            503: components["responses"]["E503"];
        };
    };
    generate_meal_plan: {
        parameters: {
            query?: {
                lang?: "en" | "es";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["GenerateIn"];
            };
        };
        responses: {
            /** @description It was made before; here it is. Or there is none: `clashes` says why, and nothing is stored. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MealPlan"];
                };
            };
            /** @description Successful response */
            201: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MealPlan"];
                };
            };
            400: components["responses"]["E400"];
            401: components["responses"]["E401"];
            409: components["responses"]["E409"];
            410: components["responses"]["E410"];
            413: components["responses"]["E413"];
            415: components["responses"]["E415"];
            422: components["responses"]["E422"];
            429: components["responses"]["E429"];
            503: components["responses"]["E503"];
        };
    };
    undo_action: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                action_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful response */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Action"];
                };
            };
            401: components["responses"]["E401"];
            404: components["responses"]["E404"];
            409: components["responses"]["E409"];
            410: components["responses"]["E410"];
            429: components["responses"]["E429"];
            503: components["responses"]["E503"];
        };
    };
    copy_meals: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                user_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CopyIn"];
            };
        };
        responses: {
            /** @description It was copied before; here it is. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Copied"];
                };
            };
            /** @description Successful response */
            201: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Copied"];
                };
            };
            400: components["responses"]["E400"];
            401: components["responses"]["E401"];
            403: components["responses"]["E403"];
            /** @description There is nothing to copy. */
            404: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            409: components["responses"]["E409"];
            410: components["responses"]["E410"];
            413: components["responses"]["E413"];
            415: components["responses"]["E415"];
            422: components["responses"]["E422"];
            429: components["responses"]["E429"];
            503: components["responses"]["E503"];
        };
    };
    mark_day: {
        parameters: {
            query?: never;
            header?: {
                /** @description Change it only if this is still its version. */
                "If-Match"?: string;
            };
            path: {
                user_id: string;
                day: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["DiaryDayBody"];
            };
        };
        responses: {
            /** @description Successful response */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DiaryDay"];
                };
            };
            400: components["responses"]["E400"];
            401: components["responses"]["E401"];
            403: components["responses"]["E403"];
            404: components["responses"]["E404"];
            412: components["responses"]["E412"];
            413: components["responses"]["E413"];
            415: components["responses"]["E415"];
            422: components["responses"]["E422"];
            429: components["responses"]["E429"];
            503: components["responses"]["E503"];
        };
    };
    list_meal_plans: {
        parameters: {
            query?: {
                lang?: "en" | "es";
                limit?: number;
                cursor?: string | null;
                after?: string | null;
                before?: string | null;
            };
            header?: never;
            path: {
                user_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful response */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MealPlanList"];
                };
            };
            304: components["responses"]["E304"];
            401: components["responses"]["E401"];
            403: components["responses"]["E403"];
            422: components["responses"]["E422"];
            429: components["responses"]["E429"];
            503: components["responses"]["E503"];
        };
    };
    get_workout: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                user_id: string;
                workout_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful response */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Workout"];
                };
            };
            304: components["responses"]["E304"];
            401: components["responses"]["E401"];
            403: components["responses"]["E403"];
            404: components["responses"]["E404"];
            429: components["responses"]["E429"];
            503: components["responses"]["E503"];
        };
    };
    replace_workout: {
        parameters: {
            query?: never;
            header?: {
                /** @description Change it only if this is still its version. */
                "If-Match"?: string;
            };
            path: {
                user_id: string;
                workout_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["WorkoutIn"];
            };
        };
        responses: {
            /** @description Successful response */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Workout"];
                };
            };
            400: components["responses"]["E400"];
            401: components["responses"]["E401"];
            403: components["responses"]["E403"];
            404: components["responses"]["E404"];
            412: components["responses"]["E412"];
            413: components["responses"]["E413"];
            415: components["responses"]["E415"];
            422: components["responses"]["E422"];
            429: components["responses"]["E429"];
            503: components["responses"]["E503"];
        };
    };
    delete_workout: {
        parameters: {
            query?: never;
            header?: {
                /** @description Change it only if this is still its version. */
                "If-Match"?: string;
            };
            path: {
                user_id: string;
                workout_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description It is deleted. */
            204: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            401: components["responses"]["E401"];
            403: components["responses"]["E403"];
            404: components["responses"]["E404"];
            412: components["responses"]["E412"];
            429: components["responses"]["E429"];
            503: components["responses"]["E503"];
        };
    };
    patch_workout: {
        parameters: {
            query?: never;
            header?: {
                /** @description Change it only if this is still its version. */
                "If-Match"?: string;
            };
            path: {
                user_id: string;
                workout_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/merge-patch+json": components["schemas"]["WorkoutPatch"];
                "application/json": components["schemas"]["WorkoutPatch"];
            };
        };
        responses: {
            /** @description Successful response */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Workout"];
                };
            };
            400: components["responses"]["E400"];
            401: components["responses"]["E401"];
            403: components["responses"]["E403"];
            404: components["responses"]["E404"];
            412: components["responses"]["E412"];
            413: components["responses"]["E413"];
            415: components["responses"]["E415"];
            422: components["responses"]["E422"];
            429: components["responses"]["E429"];
            503: components["responses"]["E503"];
        };
    };
    get_expenditure: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                user_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful response */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Expenditure"];
                };
            };
            304: components["responses"]["E304"];
            401: components["responses"]["E401"];
            403: components["responses"]["E403"];
            429: components["responses"]["E429"];
            503: components["responses"]["E503"];
        };
    };
    complete_avatar: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                user_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful response */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Picture"];
                };
            };
            401: components["responses"]["E401"];
            403: components["responses"]["E403"];
            /** @description No picture was announced. */
            404: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Nothing has been uploaded yet. */
            409: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            410: components["responses"]["E410"];
            /** @description It has too many pixels. */
            413: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description It is not a JPEG, PNG or WebP picture. */
            415: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description It is broken, or not as long as was announced. */
            422: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            429: components["responses"]["E429"];
            503: components["responses"]["E503"];
        };
    };
    confirm_action: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                action_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful response */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Action"];
                };
            };
            401: components["responses"]["E401"];
            404: components["responses"]["E404"];
            409: components["responses"]["E409"];
            410: components["responses"]["E410"];
            429: components["responses"]["E429"];
            503: components["responses"]["E503"];
        };
    };
    get_reminder: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                user_id: string;
                reminder_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful response */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Reminder"];
                };
            };
            304: components["responses"]["E304"];
            401: components["responses"]["E401"];
            403: components["responses"]["E403"];
            404: components["responses"]["E404"];
            429: components["responses"]["E429"];
            503: components["responses"]["E503"];
        };
    };
    replace_reminder: {
        parameters: {
            query?: never;
            header?: {
                /** @description Change it only if this is still its version. */
                "If-Match"?: string;
            };
            path: {
                user_id: string;
                reminder_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ReminderIn"];
            };
        };
        responses: {
            /** @description Successful response */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Reminder"];
                };
            };
            400: components["responses"]["E400"];
            401: components["responses"]["E401"];
            403: components["responses"]["E403"];
            404: components["responses"]["E404"];
            412: components["responses"]["E412"];
            413: components["responses"]["E413"];
            415: components["responses"]["E415"];
            422: components["responses"]["E422"];
            429: components["responses"]["E429"];
            503: components["responses"]["E503"];
        };
    };
    delete_reminder: {
        parameters: {
            query?: never;
            header?: {
                /** @description Change it only if this is still its version. */
                "If-Match"?: string;
            };
            path: {
                user_id: string;
                reminder_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description It is deleted. */
            204: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            401: components["responses"]["E401"];
            403: components["responses"]["E403"];
            404: components["responses"]["E404"];
            412: components["responses"]["E412"];
            429: components["responses"]["E429"];
            503: components["responses"]["E503"];
        };
    };
    patch_reminder: {
        parameters: {
            query?: never;
            header?: {
                /** @description Change it only if this is still its version. */
                "If-Match"?: string;
            };
            path: {
                user_id: string;
                reminder_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/merge-patch+json": components["schemas"]["ReminderPatch"];
                "application/json": components["schemas"]["ReminderPatch"];
            };
        };
        responses: {
            /** @description Successful response */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Reminder"];
                };
            };
            400: components["responses"]["E400"];
            401: components["responses"]["E401"];
            403: components["responses"]["E403"];
            404: components["responses"]["E404"];
            412: components["responses"]["E412"];
            413: components["responses"]["E413"];
            415: components["responses"]["E415"];
            422: components["responses"]["E422"];
            429: components["responses"]["E429"];
            503: components["responses"]["E503"];
        };
    };
    get_memory: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                user_id: string;
                memory_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful response */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Memory"];
                };
            };
            304: components["responses"]["E304"];
            401: components["responses"]["E401"];
            403: components["responses"]["E403"];
            404: components["responses"]["E404"];
            429: components["responses"]["E429"];
            503: components["responses"]["E503"];
        };
    };
    forget_memory: {
        parameters: {
            query?: never;
            header?: {
                /** @description Change it only if this is still its version. */
                "If-Match"?: string;
            };
            path: {
                user_id: string;
                memory_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description It is forgotten. */
            204: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            401: components["responses"]["E401"];
            403: components["responses"]["E403"];
            404: components["responses"]["E404"];
            412: components["responses"]["E412"];
            429: components["responses"]["E429"];
            503: components["responses"]["E503"];
        };
    };
    patch_memory: {
        parameters: {
            query?: never;
            header?: {
                /** @description Change it only if this is still its version. */
                "If-Match"?: string;
            };
            path: {
                user_id: string;
                memory_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/merge-patch+json": components["schemas"]["MemoryPatch"];
                "application/json": components["schemas"]["MemoryPatch"];
            };
        };
        responses: {
            /** @description Successful response */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Memory"];
                };
            };
            400: components["responses"]["E400"];
            401: components["responses"]["E401"];
            403: components["responses"]["E403"];
            404: components["responses"]["E404"];
            412: components["responses"]["E412"];
            413: components["responses"]["E413"];
            415: components["responses"]["E415"];
            422: components["responses"]["E422"];
            429: components["responses"]["E429"];
            503: components["responses"]["E503"];
        };
    };
    get_plan: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                user_id: string;
                plan_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful response */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TrainingPlan"];
                };
            };
            304: components["responses"]["E304"];
            401: components["responses"]["E401"];
            403: components["responses"]["E403"];
            404: components["responses"]["E404"];
            429: components["responses"]["E429"];
            503: components["responses"]["E503"];
        };
    };
    replace_plan: {
        parameters: {
            query?: never;
            header?: {
                /** @description Change it only if this is still its version. */
                "If-Match"?: string;
            };
            path: {
                user_id: string;
                plan_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PlanIn"];
            };
        };
        responses: {
            /** @description Successful response */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TrainingPlan"];
                };
            };
            400: components["responses"]["E400"];
            401: components["responses"]["E401"];
            403: components["responses"]["E403"];
            404: components["responses"]["E404"];
            412: components["responses"]["E412"];
            413: components["responses"]["E413"];
            415: components["responses"]["E415"];
            422: components["responses"]["E422"];
            429: components["responses"]["E429"];
            503: components["responses"]["E503"];
        };
    };
    delete_plan: {
        parameters: {
            query?: never;
            header?: {
                /** @description Change it only if this is still its version. */
                "If-Match"?: string;
            };
            path: {
                user_id: string;
                plan_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description It is deleted. */
            204: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            401: components["responses"]["E401"];
            403: components["responses"]["E403"];
            404: components["responses"]["E404"];
            412: components["responses"]["E412"];
            429: components["responses"]["E429"];
            503: components["responses"]["E503"];
        };
    };
    get_meal: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                user_id: string;
                meal_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful response */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Meal"];
                };
            };
            304: components["responses"]["E304"];
            401: components["responses"]["E401"];
            403: components["responses"]["E403"];
            404: components["responses"]["E404"];
            429: components["responses"]["E429"];
            503: components["responses"]["E503"];
        };
    };
    replace_meal: {
        parameters: {
            query?: never;
            header?: {
                /** @description Change it only if this is still its version. */
                "If-Match"?: string;
            };
            path: {
                user_id: string;
                meal_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["MealIn"];
            };
        };
        responses: {
            /** @description Successful response */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Meal"];
                };
            };
            400: components["responses"]["E400"];
            401: components["responses"]["E401"];
            403: components["responses"]["E403"];
            404: components["responses"]["E404"];
            412: components["responses"]["E412"];
            413: components["responses"]["E413"];
            415: components["responses"]["E415"];
            422: components["responses"]["E422"];
            429: components["responses"]["E429"];
            503: components["responses"]["E503"];
        };
    };
    delete_meal: {
        parameters: {
            query?: never;
            header?: {
                /** @description Change it only if this is still its version. */
                "If-Match"?: string;
            };
            path: {
                user_id: string;
                meal_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description It is deleted. */
            204: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            401: components["responses"]["E401"];
            403: components["responses"]["E403"];
            404: components["responses"]["E404"];
            412: components["responses"]["E412"];
            429: components["responses"]["E429"];
            503: components["responses"]["E503"];
        };
    };
    patch_meal: {
        parameters: {
            query?: never;
            header?: {
                /** @description Change it only if this is still its version. */
                "If-Match"?: string;
            };
            path: {
                user_id: string;
                meal_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/merge-patch+json": components["schemas"]["MealPatch"];
                "application/json": components["schemas"]["MealPatch"];
            };
        };
        responses: {
            /** @description Successful response */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Meal"];
                };
            };
            400: components["responses"]["E400"];
            401: components["responses"]["E401"];
            403: components["responses"]["E403"];
            404: components["responses"]["E404"];
            412: components["responses"]["E412"];
            413: components["responses"]["E413"];
            415: components["responses"]["E415"];
            422: components["responses"]["E422"];
            429: components["responses"]["E429"];
            503: components["responses"]["E503"];
        };
    };
    announce_recipe_image: {
        parameters: {
            query?: never;
            header?: {
                /** @description Change it only if this is still its version. */
                "If-Match"?: string;
            };
            path: {
                user_id: string;
                recipe_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PictureIn"];
            };
        };
        responses: {
            /** @description Successful response */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PictureAnnounced"];
                };
            };
            400: components["responses"]["E400"];
            401: components["responses"]["E401"];
            403: components["responses"]["E403"];
            404: components["responses"]["E404"];
            412: components["responses"]["E412"];
            413: components["responses"]["E413"];
            415: components["responses"]["E415"];
            422: components["responses"]["E422"];
            429: components["responses"]["E429"];
            503: components["responses"]["E503"];
        };
    };
    delete_recipe_image: {
        parameters: {
            query?: never;
            header?: {
                /** @description Change it only if this is still its version. */
                "If-Match"?: string;
            };
            path: {
                user_id: string;
                recipe_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description It is removed, with its files. */
            204: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            401: components["responses"]["E401"];
            403: components["responses"]["E403"];
            404: components["responses"]["E404"];
            412: components["responses"]["E412"];
            429: components["responses"]["E429"];
            503: components["responses"]["E503"];
        };
    };
    register_device: {
        parameters: {
            query?: never;
            header?: {
                /** @description Change it only if this is still its version. */
                "If-Match"?: string;
            };
            path: {
                user_id: string;
                device_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["DeviceIn"];
            };
        };
        responses: {
            /** @description It was registered before; now it is again. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Registered"];
                };
            };
            /** @description Successful response */
            201: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Registered"];
                };
            };
            400: components["responses"]["E400"];
            401: components["responses"]["E401"];
            403: components["responses"]["E403"];
            404: components["responses"]["E404"];
            412: components["responses"]["E412"];
            413: components["responses"]["E413"];
            415: components["responses"]["E415"];
            422: components["responses"]["E422"];
            429: components["responses"]["E429"];
            503: components["responses"]["E503"];
        };
    };
    remove_device: {
        parameters: {
            query?: never;
            header?: {
                /** @description Change it only if this is still its version. */
                "If-Match"?: string;
            };
            path: {
                user_id: string;
                device_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Nothing is pushed to it any more. */
            204: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            401: components["responses"]["E401"];
            403: components["responses"]["E403"];
            404: components["responses"]["E404"];
            412: components["responses"]["E412"];
            429: components["responses"]["E429"];
            503: components["responses"]["E503"];
        };
    };
    get_habit_calendar: {
        parameters: {
            query?: {
                from?: string | null;
                to?: string | null;
            };
            header?: never;
            path: {
                user_id: string;
                habit_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful response */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Calendar"];
                };
            };
            401: components["responses"]["E401"];
            403: components["responses"]["E403"];
            404: components["responses"]["E404"];
            422: components["responses"]["E422"];
            429: components["responses"]["E429"];
            503: components["responses"]["E503"];
        };
    };
    delete_water: {
        parameters: {
            query?: never;
            header?: {
                /** @description Change it only if this is still its version. */
                "If-Match"?: string;
            };
            path: {
                user_id: string;
                water_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description It is deleted. */
            204: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            401: components["responses"]["E401"];
            403: components["responses"]["E403"];
            404: components["responses"]["E404"];
            412: components["responses"]["E412"];
            429: components["responses"]["E429"];
            503: components["responses"]["E503"];
        };
    };
    add_favourite: {
        parameters: {
            query?: never;
            header?: {
                /** @description Change it only if this is still its version. */
                "If-Match"?: string;
            };
            path: {
                user_id: string;
                food_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description It is among the favourites. */
            204: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            401: components["responses"]["E401"];
            403: components["responses"]["E403"];
            404: components["responses"]["E404"];
            412: components["responses"]["E412"];
            429: components["responses"]["E429"];
            503: components["responses"]["E503"];
        };
    };
    remove_favourite: {
        parameters: {
            query?: never;
            header?: {
                /** @description Change it only if this is still its version. */
                "If-Match"?: string;
            };
            path: {
                user_id: string;
                food_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description It is not among the favourites. */
            204: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            401: components["responses"]["E401"];
            403: components["responses"]["E403"];
            404: components["responses"]["E404"];
            412: components["responses"]["E412"];
            429: components["responses"]["E429"];
            503: components["responses"]["E503"];
        };
    };
    complete_photo: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                user_id: string;
                photo_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful response */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Photo"];
                };
            };
            401: components["responses"]["E401"];
            403: components["responses"]["E403"];
            404: components["responses"]["E404"];
            /** @description Nothing has been uploaded yet. */
            409: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            410: components["responses"]["E410"];
            /** @description It has too many pixels. */
            413: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description It is not a JPEG, PNG or WebP picture. */
            415: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description It is broken, or not as long as was announced. */
            422: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            429: components["responses"]["E429"];
            503: components["responses"]["E503"];
        };
    };
    get_measurement: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                user_id: string;
                measurement_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful response */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Measurement"];
                };
            };
            304: components["responses"]["E304"];
            401: components["responses"]["E401"];
            403: components["responses"]["E403"];
            404: components["responses"]["E404"];
            429: components["responses"]["E429"];
            503: components["responses"]["E503"];
        };
    };
    replace_measurement: {
        parameters: {
            query?: never;
            header?: {
                /** @description Change it only if this is still its version. */
                "If-Match"?: string;
            };
            path: {
                user_id: string;
                measurement_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["MeasurementIn"];
            };
        };
        responses: {
            /** @description Successful response */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Measurement"];
                };
            };
            400: components["responses"]["E400"];
            401: components["responses"]["E401"];
            403: components["responses"]["E403"];
            404: components["responses"]["E404"];
            412: components["responses"]["E412"];
            413: components["responses"]["E413"];
            415: components["responses"]["E415"];
            422: components["responses"]["E422"];
            429: components["responses"]["E429"];
            503: components["responses"]["E503"];
        };
    };
    delete_measurement: {
        parameters: {
            query?: never;
            header?: {
                /** @description Change it only if this is still its version. */
                "If-Match"?: string;
            };
            path: {
                user_id: string;
                measurement_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description It is deleted. */
            204: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            401: components["responses"]["E401"];
            403: components["responses"]["E403"];
            404: components["responses"]["E404"];
            412: components["responses"]["E412"];
            429: components["responses"]["E429"];
            503: components["responses"]["E503"];
        };
    };
    patch_measurement: {
        parameters: {
            query?: never;
            header?: {
                /** @description Change it only if this is still its version. */
                "If-Match"?: string;
            };
            path: {
                user_id: string;
                measurement_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/merge-patch+json": components["schemas"]["MeasurementPatch"];
                "application/json": components["schemas"]["MeasurementPatch"];
            };
        };
        responses: {
            /** @description Successful response */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Measurement"];
                };
            };
            400: components["responses"]["E400"];
            401: components["responses"]["E401"];
            403: components["responses"]["E403"];
            404: components["responses"]["E404"];
            412: components["responses"]["E412"];
            413: components["responses"]["E413"];
            415: components["responses"]["E415"];
            422: components["responses"]["E422"];
            429: components["responses"]["E429"];
            503: components["responses"]["E503"];
        };
    };
    get_meal_plan: {
        parameters: {
            query?: {
                lang?: "en" | "es";
            };
            header?: never;
            path: {
                user_id: string;
                plan_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful response */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MealPlan"];
                };
            };
            304: components["responses"]["E304"];
            401: components["responses"]["E401"];
            403: components["responses"]["E403"];
            404: components["responses"]["E404"];
            422: components["responses"]["E422"];
            429: components["responses"]["E429"];
            503: components["responses"]["E503"];
        };
    };
    replace_meal_plan: {
        parameters: {
            query?: {
                lang?: "en" | "es";
            };
            header?: {
                /** @description Change it only if this is still its version. */
                "If-Match"?: string;
            };
            path: {
                user_id: string;
                plan_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["MealPlanIn"];
            };
        };
        responses: {
            /** @description Successful response */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MealPlan"];
                };
            };
            400: components["responses"]["E400"];
            401: components["responses"]["E401"];
            403: components["responses"]["E403"];
            404: components["responses"]["E404"];
            412: components["responses"]["E412"];
            413: components["responses"]["E413"];
            415: components["responses"]["E415"];
            422: components["responses"]["E422"];
            429: components["responses"]["E429"];
            503: components["responses"]["E503"];
        };
    };
    delete_meal_plan: {
        parameters: {
            query?: never;
            header?: {
                /** @description Change it only if this is still its version. */
                "If-Match"?: string;
            };
            path: {
                user_id: string;
                plan_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description It is deleted. */
            204: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            401: components["responses"]["E401"];
            403: components["responses"]["E403"];
            404: components["responses"]["E404"];
            412: components["responses"]["E412"];
            429: components["responses"]["E429"];
            503: components["responses"]["E503"];
        };
    };
    snooze_reminder: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                user_id: string;
                reminder_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SnoozeIn"];
            };
        };
        responses: {
            /** @description Successful response */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Reminder"];
                };
            };
            400: components["responses"]["E400"];
            401: components["responses"]["E401"];
            403: components["responses"]["E403"];
            404: components["responses"]["E404"];
            409: components["responses"]["E409"];
            410: components["responses"]["E410"];
            413: components["responses"]["E413"];
            415: components["responses"]["E415"];
            422: components["responses"]["E422"];
            429: components["responses"]["E429"];
            503: components["responses"]["E503"];
        };
    };
    exercise_history: {
        parameters: {
            query?: {
                limit?: number;
                cursor?: string | null;
                after?: string | null;
                before?: string | null;
            };
            header?: never;
            path: {
                user_id: string;
                exercise_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful response */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ExerciseHistory"];
                };
            };
            304: components["responses"]["E304"];
            401: components["responses"]["E401"];
            403: components["responses"]["E403"];
            404: components["responses"]["E404"];
            422: components["responses"]["E422"];
            429: components["responses"]["E429"];
            503: components["responses"]["E503"];
        };
    };
    check_in: {
        parameters: {
            query?: never;
            header?: {
                /** @description Change it only if this is still its version. */
                "If-Match"?: string;
            };
            path: {
                user_id: string;
                habit_id: string;
                day: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CheckinIn"];
            };
        };
        responses: {
            /** @description Successful response */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Checkin"];
                };
            };
            400: components["responses"]["E400"];
            401: components["responses"]["E401"];
            403: components["responses"]["E403"];
            404: components["responses"]["E404"];
            412: components["responses"]["E412"];
            413: components["responses"]["E413"];
            415: components["responses"]["E415"];
            422: components["responses"]["E422"];
            429: components["responses"]["E429"];
            503: components["responses"]["E503"];
        };
    };
    take_back_checkin: {
        parameters: {
            query?: never;
            header?: {
                /** @description Change it only if this is still its version. */
                "If-Match"?: string;
            };
            path: {
                user_id: string;
                habit_id: string;
                day: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description It is taken back. */
            204: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            401: components["responses"]["E401"];
            403: components["responses"]["E403"];
            404: components["responses"]["E404"];
            412: components["responses"]["E412"];
            429: components["responses"]["E429"];
            503: components["responses"]["E503"];
        };
    };
    activate_plan: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                user_id: string;
                plan_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful response */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TrainingPlan"];
                };
            };
            401: components["responses"]["E401"];
            403: components["responses"]["E403"];
            404: components["responses"]["E404"];
            409: components["responses"]["E409"];
            410: components["responses"]["E410"];
            429: components["responses"]["E429"];
            503: components["responses"]["E503"];
        };
    };
    complete_recipe_image: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                user_id: string;
                recipe_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful response */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Picture"];
                };
            };
            401: components["responses"]["E401"];
            403: components["responses"]["E403"];
            404: components["responses"]["E404"];
            /** @description Nothing has been uploaded yet. */
            409: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            410: components["responses"]["E410"];
            /** @description It has too many pixels. */
            413: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description It is not a JPEG, PNG or WebP picture. */
            415: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description It is broken, or not as long as was announced. */
            422: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            429: components["responses"]["E429"];
            503: components["responses"]["E503"];
        };
    };
    swap_meal: {
        parameters: {
            query?: {
                lang?: "en" | "es";
            };
            header?: never;
            path: {
                user_id: string;
                plan_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SwapIn"];
            };
        };
        responses: {
            /** @description Successful response */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Swapped"];
                };
            };
            400: components["responses"]["E400"];
            401: components["responses"]["E401"];
            403: components["responses"]["E403"];
            404: components["responses"]["E404"];
            /** @description Nothing else fits there. */
            409: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            410: components["responses"]["E410"];
            413: components["responses"]["E413"];
            415: components["responses"]["E415"];
            422: components["responses"]["E422"];
            429: components["responses"]["E429"];
            503: components["responses"]["E503"];
        };
    };
    get_groceries: {
        parameters: {
            query?: {
                lang?: "en" | "es";
                from_day?: string | null;
                to_day?: string | null;
            };
            header?: never;
            path: {
                user_id: string;
                plan_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful response */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Groceries"];
                };
            };
            401: components["responses"]["E401"];
            403: components["responses"]["E403"];
            404: components["responses"]["E404"];
            422: components["responses"]["E422"];
            429: components["responses"]["E429"];
            503: components["responses"]["E503"];
        };
    };
}
